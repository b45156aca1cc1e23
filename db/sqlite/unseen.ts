/** What is kept of members and of the site's own rounds, and stands on no page that several people are sent. */
const unseen = new Set([
  ...['sessions', 'passkeys', 'passkey_challenges', 'letter_tokens', 'reset_requests', 'limit_counts'],
  ...[
    'visits',
    'showings',
    'drafts',
    'pastes',
    'notifications',
    'digests',
    'unsubscribe_tokens',
    'pending_deeds',
    'outbox',
  ],
])

const write = /^(?:insert into|update|delete from) "(\w+)"/

/** Whether a statement of a transaction may change such a page; one that is not understood may. */
export function isSeen(sql: string): boolean {
  if (sql.startsWith('select ')) return false
  const table = write.exec(sql)?.[1]
  return table === undefined || !unseen.has(table)
}
