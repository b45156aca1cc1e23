import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'

/** Labels and the site's own framings by the keys of their names; what was merged leads to what it was merged into. */
export async function selectTerms(db: Db, keys: string[]) {
  const labels = await db
    .selectFrom('labels')
    .select((e) => [e.fn.coalesce('merged_into', 'id').as('id'), 'name_key'])
    .where('name_key', 'in', keys)
    .execute()
  const framings = await db
    .selectFrom('framings')
    .select(['id', 'name_key'])
    .where('name_key', 'in', keys)
    .where('claim_id', 'is', null)
    .execute()
  return { labels, framings }
}

/** Claims by what they state and posts by their titles, word for word, the newest first. */
export async function selectTitled(db: Db, names: string[]) {
  const claims = await db
    .selectFrom('claims')
    .select(['id', 'statement as name'])
    .where('statement', 'in', names)
    .orderBy('created_at', 'desc')
    .execute()
  const posts = await db
    .selectFrom('posts')
    .select(['id', 'title as name'])
    .where('title', 'in', names)
    .where('deleted_at', 'is', null)
    .where(isNotPrivate())
    .orderBy('created_at', 'desc')
    .execute()
  return { claims, posts }
}

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
