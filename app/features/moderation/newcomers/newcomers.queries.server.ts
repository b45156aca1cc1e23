import type { Db } from '#db/open.ts'

/** When a member joined, and how many of their posts and comments somebody approved of. */
export async function selectKnown(db: Db, memberId: string) {
  return db
    .selectFrom('members')
    .select((e) => [
      'members.created_at',
      e
        .selectFrom('vote_totals')
        .innerJoin('posts', 'posts.id', 'vote_totals.target_id')
        .select((n) => n.fn.countAll<number>().as('n'))
        .where('vote_totals.target_kind', '=', 'post')
        .where('vote_totals.axis', '=', 'approval')
        .where('vote_totals.up', '>', 0)
        .whereRef('posts.member_id', '=', 'members.id')
        .where('posts.deleted_at', 'is', null)
        .as('posts'),
      e
        .selectFrom('vote_totals')
        .innerJoin('comments', 'comments.id', 'vote_totals.target_id')
        .select((n) => n.fn.countAll<number>().as('n'))
        .where('vote_totals.target_kind', '=', 'comment')
        .where('vote_totals.axis', '=', 'approval')
        .where('vote_totals.up', '>', 0)
        .whereRef('comments.member_id', '=', 'members.id')
        .where('comments.deleted_at', 'is', null)
        .as('comments'),
    ])
    .where('members.id', '=', memberId)
    .executeTakeFirst()
}
