import { sql } from 'kysely'
import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import { isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { preparedFirst } from '#db/prepared.ts'
import type { PostRevisionRow, PostRow } from '#db/tables.ts'

type NewPostRow = Omit<PostRow, 'score'>
export type PostChangeRow = Partial<NewPostRow>

/** Inserts unless something was already imported by this key; says whether it did. */
export async function insertPost(tx: Db, row: NewPostRow): Promise<boolean> {
  const result = await tx
    .insertInto('posts')
    .values(row)
    .onConflict((c) => c.column('import_key').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

const lineColumns = [
  ...(['posts.id', 'posts.kind', 'posts.title', 'posts.url', 'posts.member_id', 'members.handle'] as const),
  ...(['posts.created_at', 'posts.edited_at', 'posts.deleted_at', 'posts.deleted_by'] as const),
  ...(['posts.published_at', 'posts.first_published_at'] as const),
] as const

function selectLines(db: Db) {
  return db
    .selectFrom('posts')
    .innerJoin('members', 'members.id', 'posts.member_id')
    .leftJoin('threads', (j) => j.on('threads.subject_kind', '=', 'post').onRef('threads.subject_id', '=', 'posts.id'))
    .select(lineColumns)
    .select((e) => e.fn.coalesce('threads.comment_count', e.lit(0)).as('comment_count'))
}

export type PostLineRow = Awaited<ReturnType<typeof selectNewestPosts>>[number]

export const selectPost = preparedFirst((db: Db, id: string, readerId: string | null) =>
  selectLines(db)
    .select(['posts.body', 'posts.html', 'posts.revision', 'posts.review'])
    .where('posts.id', '=', id)
    .where(isNotPrivate(readerId)),
)

export function selectPostsByIds(db: Db, ids: string[]) {
  return selectLines(db).where('posts.id', 'in', ids).execute()
}

export function selectHtmlOfPosts(db: Db, ids: string[]) {
  return db.selectFrom('posts').select(['id', 'html']).where('id', 'in', ids).execute()
}

/** The bare row, if the member may read it; nobody else changes it before the transaction ends. */
export function selectPostToChange(tx: Db, id: string, memberId: string) {
  const row = tx.selectFrom('posts').selectAll().where('id', '=', id).where(isNotPrivate(memberId))
  return row.$call(held(tx)).executeTakeFirst()
}

export function selectPostByImportKey(db: Db, key: string) {
  return db.selectFrom('posts').select('id').where('import_key', '=', key).executeTakeFirst()
}

/** What is public, the newest first. */
export function selectNewestPosts(
  db: Db,
  limit: number,
  after: [time: number, id: string] | null,
  of: { kind?: PostRow['kind']; memberId?: string },
) {
  let query = selectLines(db).where('posts.published_at', 'is not', null).where('posts.deleted_at', 'is', null)
  if (of.kind) query = query.where('posts.kind', '=', of.kind)
  if (of.memberId) query = query.where('posts.member_id', '=', of.memberId)
  if (after) query = query.where(sql<boolean>`(posts.published_at, posts.id) < (${after[0]}, ${after[1]})`)
  return query.orderBy('posts.published_at', 'desc').orderBy('posts.id', 'desc').limit(limit).execute()
}

/** The title of a post that everybody may read. */
export function selectPublicTitle(db: Db, id: string) {
  return db
    .selectFrom('posts')
    .select(['id', 'title'])
    .where('id', '=', id)
    .where('published_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

export async function updatePost(tx: Db, id: string, set: PostChangeRow) {
  await tx.updateTable('posts').set(set).where('id', '=', id).execute()
}

export async function insertPostRevision(tx: Db, row: PostRevisionRow) {
  await tx.insertInto('post_revisions').values(row).execute()
}

export function selectPostRevisions(db: Db, postId: string) {
  return db
    .selectFrom('post_revisions')
    .innerJoin('members', 'members.id', 'post_revisions.member_id')
    .select(['revision', 'kind', 'title', 'url', 'body', 'review', 'handle', 'at'])
    .where('post_id', '=', postId)
    .orderBy('revision', 'desc')
    .execute()
}
