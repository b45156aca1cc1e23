import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'

export function selectLinkedPosts(db: Db, ids: string[]) {
  return db
    .selectFrom('posts')
    .innerJoin('members', 'members.id', 'posts.member_id')
    .select(['posts.id', 'title', 'html', 'posts.created_at', 'deleted_at', 'handle'])
    .where('posts.id', 'in', ids)
    .where(isNotPrivate())
    .execute()
}

export function selectLinkedComments(db: Db, ids: string[]) {
  return db
    .selectFrom('comments')
    .innerJoin('members', 'members.id', 'comments.member_id')
    .leftJoin('posts', (j) => j.on('subject_kind', '=', 'post').onRef('posts.id', '=', 'subject_id'))
    .select(['comments.id', 'subject_kind', 'posts.title', 'comments.html', 'comments.created_at', 'handle'])
    .select(['comments.deleted_at', 'posts.deleted_at as subject_deleted_at'])
    .where('comments.id', 'in', ids)
    .where(isNotOnPrivatePost())
    .execute()
}
