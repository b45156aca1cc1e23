import { type SqlBool, sql } from 'kysely'
import { isListedAfter } from '#db/newest-first.ts'
import { isNotOnPrivatePost } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import type { SubjectKind } from '../comment.ts'

type After = [time: number, id: string] | null

/** The newest comments that can be read, by id. */
export function selectNewestComments(
  db: Db,
  of: { memberId?: string; subject?: string[] },
  after: After,
  limit: number,
) {
  let query = db
    .selectFrom('comments')
    .select(['comments.id', 'comments.created_at', 'comments.subject_kind', 'comments.subject_id'])
    .where('comments.deleted_at', 'is', null)
    .where(isNotOnPrivatePost())
  if (of.memberId) query = query.where('comments.member_id', '=', of.memberId)
  if (of.subject)
    query = query.where(
      sql<SqlBool>`comments.subject_kind = ${of.subject[0]} and comments.subject_id = ${of.subject[1]}`,
    )
  if (after) query = query.where(isListedAfter('comments', after))
  return query.orderBy('comments.created_at', 'desc').orderBy('comments.id', 'desc').limit(limit).execute()
}

const titled = {
  post: ['posts', 'title'],
  claim: ['claims', 'statement'],
  framing: ['framings', 'name'],
  label: ['labels', 'name'],
  concept: ['concepts', 'name'],
  transcript: ['transcripts', 'title'],
  relation: ['relation_lines', 'title'],
} as const

/** What the subjects of a kind are called, those that stand; an excerpt is called by its words. */
export async function selectTitles(db: Db, kind: SubjectKind, ids: string[]): Promise<{ id: string; title: string }[]> {
  if (kind === 'excerpt') {
    const words = sql<string>`substr(exact, 1, 100)`.as('title')
    return db.selectFrom('excerpts').select(['id', words]).where('id', 'in', ids).execute()
  }
  const [table, title] = titled[kind]
  const named = db.selectFrom(table as 'posts').select(['id', sql.ref<string>(title).as('title')])
  const standing = kind === 'post' ? named.where('deleted_at', 'is', null) : named
  return standing.where('id', 'in', ids).execute()
}
