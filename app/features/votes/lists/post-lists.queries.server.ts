import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { PostRow } from '#db/tables.ts'

type Kind = PostRow['kind'] | undefined
type After = readonly [number, string] | null

const selectPublic = (db: Db, kind: Kind) => {
  const posts = db.selectFrom('posts').where('posts.published_at', 'is not', null).where('posts.deleted_at', 'is', null)
  return kind ? posts.where('posts.kind', '=', kind) : posts
}

/** What heat is made of, of the newest posts that there were at a time, or of the most approved. */
export function selectForHeat(db: Db, kind: Kind, asOf: number, by: 'published_at' | 'score', limit: number) {
  return selectPublic(db, kind)
    .select(['posts.id', 'posts.score', sql<number>`posts.published_at`.as('published_at')])
    .where('posts.published_at', '<=', asOf)
    .orderBy(`posts.${by}`, 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit)
    .execute()
}

export function selectTop(db: Db, kind: Kind, since: number, after: After, limit: number) {
  let query = selectPublic(db, kind).select(['posts.id', 'posts.score'])
  if (since > 0) query = query.where('posts.published_at', '>=', since)
  if (after) query = query.where(sql<SqlBool>`(posts.score, posts.id) < (${after[0]}, ${after[1]})`)
  return query.orderBy('posts.score', 'desc').orderBy('posts.id', 'desc').limit(limit).execute()
}

/** Posts that were answered, by their last comment. */
export function selectAnswered(db: Db, kind: Kind, after: After, limit: number) {
  let query = selectPublic(db, kind)
    .innerJoin('threads', 'threads.subject_id', 'posts.id')
    .select(['posts.id', sql<number>`threads.last_comment_at`.as('at')])
    .where('threads.subject_kind', '=', 'post')
    .where('threads.last_comment_at', 'is not', null)
  if (after)
    query = query.where(sql<SqlBool>`(threads.last_comment_at, threads.subject_id) < (${after[0]}, ${after[1]})`)
  return query.orderBy('threads.last_comment_at', 'desc').orderBy('threads.subject_id', 'desc').limit(limit).execute()
}

/** Posts that nobody answered: that never were, or of whose thread nothing is left. */
export function selectUnanswered(db: Db, kind: Kind, isLeft: boolean, after: After, limit: number) {
  const isAnswered = isLeft
    ? sql<SqlBool>`threads.comment_count > 0`
    : sql<SqlBool>`threads.last_comment_at is not null`
  let query = selectPublic(db, kind)
    .select(['posts.id', sql<number>`posts.published_at`.as('at')])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('threads')
            .select('threads.subject_id')
            .where('threads.subject_kind', '=', 'post')
            .whereRef('threads.subject_id', '=', 'posts.id')
            .where(isAnswered),
        ),
      ),
    )
  if (after) query = query.where(sql<SqlBool>`(posts.published_at, posts.id) < (${after[0]}, ${after[1]})`)
  return query.orderBy('posts.published_at', 'desc').orderBy('posts.id', 'desc').limit(limit).execute()
}
