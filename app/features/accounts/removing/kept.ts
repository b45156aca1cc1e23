import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. The account itself stays, emptied, as who is shown to have written what stays. */
export const accountKept: Kept[] = [
  { table: 'members', column: 'id', removed: 'stays', given: 'account', without: ['handle_key', 'password_hash'] },
  {
    table: 'members',
    column: 'attributed_to',
    removed: 'stays',
    given: 'importedAuthors',
    without: ['handle_key', 'password_hash', 'email'],
  },
  { table: 'handles', column: 'member_id', key: ['handle_key'], removed: 'stays', given: 'handles' },
  { table: 'sessions', column: 'member_id', key: ['id'], removed: 'goes', given: 'sessions', without: ['id'] },
  { table: 'tokens', column: 'member_id', key: ['hash'], removed: 'goes', given: 'tokens', without: ['hash'] },
  {
    table: 'letter_tokens',
    column: 'member_id',
    key: ['hash'],
    removed: 'goes',
    given: { leftOut: 'links that were sent, for half an hour' },
  },
  { table: 'passkeys', column: 'member_id', removed: 'goes', given: 'passkeys', without: ['public_key'] },
  {
    table: 'passkey_challenges',
    column: 'member_id',
    key: ['hash'],
    removed: 'goes',
    given: { leftOut: 'what a device is asked to sign, for five minutes' },
  },
  { table: 'silences', column: 'member_id', key: ['silenced_id'], removed: 'goes', given: 'silences' },
  {
    table: 'silences',
    column: 'silenced_id',
    key: ['member_id'],
    removed: 'stays',
    given: { leftOut: 'whom others do not want to hear is theirs to know' },
  },
]
