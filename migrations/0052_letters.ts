import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // When the address was confirmed; one from before there were letters never was, and gets digests alone.
  await db.schema.alterTable('members').addColumn('email_confirmed_at', 'bigint').execute()
  // From when on a mail says nothing any more: then it is not sent, and goes away.
  await db.schema.alterTable('outbox').addColumn('expires_at', 'bigint').execute()

  // One row: a link that a member was sent, to confirm an address or to set a new password. The key is the SHA-256 of what the link holds.
  await db.schema
    .createTable('letter_tokens')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('letter_tokens_by_member').on('letter_tokens').columns(['member_id', 'purpose']).execute()
  await db.schema.createIndex('members_by_email').on('members').column('email').execute()

  // One row: somebody asked for a new password, by a handle or an address that may be nobody's; answered beside the requests.
  await db.schema
    .createTable('reset_requests')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute()
}
