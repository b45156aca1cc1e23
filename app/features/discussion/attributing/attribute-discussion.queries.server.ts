import type { Db } from '#db/open.ts'

const tables = ['posts', 'post_revisions', 'comments', 'comment_revisions'] as const

/** What pages show of what a member wrote: posts, and the subjects of comments. */
export async function selectShownOf(tx: Db, memberId: string) {
  const posts = await tx.selectFrom('posts').select('id').where('member_id', '=', memberId).execute()
  const subjects = await tx
    .selectFrom('comments')
    .select(['subject_kind as kind', 'subject_id as id'])
    .distinct()
    .where('member_id', '=', memberId)
    .execute()
  return [...posts.map(({ id }) => ({ kind: 'post', id })), ...subjects]
}

export async function updateWriter(tx: Db, fromId: string, toId: string) {
  for (const table of tables)
    await tx.updateTable(table).set({ member_id: toId }).where('member_id', '=', fromId).execute()
  // Nobody could accept in an imported author's name.
  await tx.deleteFrom('post_authors').where('member_id', '=', fromId).execute()
}
