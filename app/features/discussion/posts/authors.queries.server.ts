import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { PostAuthorRow } from '#db/tables.ts'

/** Asks a member once; who was asked already, or is an author, stays as they are. */
export async function insertPostAuthor(tx: Db, row: PostAuthorRow) {
  await tx
    .insertInto('post_authors')
    .values(row)
    .onConflict((c) => c.columns(['post_id', 'member_id']).doNothing())
    .execute()
}

export async function updatePostAuthor(tx: Db, postId: string, memberId: string, acceptedAt: number) {
  await tx
    .updateTable('post_authors')
    .set({ accepted_at: acceptedAt })
    .where('post_id', '=', postId)
    .where('member_id', '=', memberId)
    .execute()
}

export async function deletePostAuthor(tx: Db, postId: string, memberId: string) {
  await tx.deleteFrom('post_authors').where('post_id', '=', postId).where('member_id', '=', memberId).execute()
}

/** Who is asked to be an author of these posts, or is one, in the order of asking. */
export const selectPostAuthors = prepared((db: Db, postIds: string[]) =>
  db
    .selectFrom('post_authors')
    .innerJoin('members', 'members.id', 'post_authors.member_id')
    .select(['post_id', 'members.id', 'members.handle', 'accepted_at'])
    .where('post_id', 'in', postIds)
    .orderBy('invited_at')
    .orderBy('members.id'),
)

export function selectPostAuthor(db: Db, postId: string, memberId: string) {
  return db
    .selectFrom('post_authors')
    .selectAll()
    .where('post_id', '=', postId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

/** The posts that a member has a hand in and others cannot read, or that they are asked to be an author of; the newest first. */
export function selectPostsAwaiting(db: Db, memberId: string, limit: number) {
  return db
    .selectFrom('posts')
    .leftJoin('post_authors', (j) =>
      j.onRef('post_authors.post_id', '=', 'posts.id').on('post_authors.member_id', '=', memberId),
    )
    .select([
      'posts.id',
      'title',
      'posts.member_id',
      'published_at',
      'deleted_at',
      'deleted_by',
      'invited_at',
      'accepted_at',
    ])
    .where((e) =>
      e.or([
        e.and([
          e('posts.member_id', '=', memberId),
          e.or([e('published_at', 'is', null), e('deleted_by', '=', memberId)]),
        ]),
        e.and([e('deleted_at', 'is', null), e('invited_at', 'is not', null), e('accepted_at', 'is', null)]),
        e.and([e('deleted_at', 'is', null), e('accepted_at', 'is not', null), e('published_at', 'is', null)]),
      ]),
    )
    .orderBy('posts.created_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit)
    .execute()
}
