import { sql } from 'kysely'
import { held } from '#db/held.ts'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { prepared, preparedFirst, preparedWrite } from '#db/prepared.ts'
import type { CommentRevisionRow, CommentRow, ThreadRow } from '#db/tables.ts'
import type { Subject, SubjectKind } from '../comment.ts'

/** Counts a comment in the thread under a subject, which is made on its first; until the transaction ends nobody else writes there. */
export async function upsertThread(tx: Db, subject: Subject, change: 1 | -1, at: number): Promise<CountedThread> {
  return (await upsertCount(tx, subject, change, at)) as CountedThread
}

type CountedThread = Pick<ThreadRow, 'locked' | 'comment_count'>

const upsertCount = preparedFirst((tx: Db, { kind, id }: Subject, change: number, at: number) => {
  const first = { subject_kind: kind, subject_id: id, comment_count: change, locked: 0, last_comment_at: at }
  return tx
    .insertInto('threads')
    .values(first)
    .onConflict((c) =>
      c.columns(['subject_kind', 'subject_id']).doUpdateSet((e) => ({
        comment_count: e('threads.comment_count', '+', change),
        last_comment_at: sql<number>`case when threads.last_comment_at > ${at} then threads.last_comment_at else ${at} end`,
      })),
    )
    .returning(['locked', 'comment_count'])
})

/** Waits for whoever writes in the thread and keeps others out until the transaction ends. */
export async function updateThreadToHold(tx: Db, { kind, id }: Subject) {
  await tx
    .updateTable('threads')
    .set((e) => ({ comment_count: e('comment_count', '+', 0) }))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}

export async function updateThreadCount(tx: Db, { kind, id }: Subject, change: number) {
  await tx
    .updateTable('threads')
    .set((e) => ({ comment_count: e('comment_count', '+', change) }))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}

export async function updateThreadLock(tx: Db, { kind, id }: Subject, locked: number) {
  await tx
    .insertInto('threads')
    .values({ subject_kind: kind, subject_id: id, comment_count: 0, locked, last_comment_at: null })
    .onConflict((c) => c.columns(['subject_kind', 'subject_id']).doUpdateSet({ locked }))
    .execute()
}

export const selectThread = preparedFirst((db: Db, { kind, id }: Subject) =>
  db
    .selectFrom('threads')
    .select(['comment_count', 'locked'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id),
)

/** What a subject is called, and the words of it that a comment can quote. Undefined when there is none for the reader. */
export function selectSubject(db: Db, kind: SubjectKind, id: string, readerId: string | null) {
  if (kind === 'post') return selectPostSubject(db, id, readerId)
  if (kind === 'excerpt') return selectExcerptSubject(db, id)
  const [table, title, text] = namesOf[kind]
  return db
    .selectFrom(table)
    .select([sql.ref<string>(title).as('title'), sql.ref<string>(text).as('text'), ...blank])
    .where(`${table}.id` as 'claims.id', '=', id)
    .executeTakeFirst()
}

// A transcript's turns are not searched for a quote: its excerpts are what is quoted.
const namesOf = {
  claim: ['claims', 'statement', 'context'],
  framing: ['framings', 'name', 'definition'],
  label: ['labels', 'name', 'definition'],
  concept: ['concepts', 'name', 'definition'],
  transcript: ['transcripts', 'title', 'title'],
  relation: ['relation_lines', 'title', 'why'],
} as const

const blank = [
  sql<string>`''`.as('html'),
  sql<number | null>`null`.as('deleted_at'),
  sql<number | null>`0`.as('published_at'),
  sql<string | null>`null`.as('member_id'),
] as const

/** Who accepted to be authors of a post, beside who began it. */
export async function selectCoAuthorIds(db: Db, postId: string): Promise<string[]> {
  return (await coAuthorsOf(db, postId)).map((row) => row.member_id)
}

const coAuthorsOf = prepared((db: Db, postId: string) =>
  db.selectFrom('post_authors').select('member_id').where('post_id', '=', postId).where('accepted_at', 'is not', null),
)

const selectPostSubject = preparedFirst((db: Db, id: string, readerId: string | null) =>
  db
    .selectFrom('posts')
    .select(['title', 'body as text', 'html', 'deleted_at', 'published_at'])
    .select(sql<string | null>`member_id`.as('member_id'))
    .where('id', '=', id)
    .where(isNotPrivate(readerId)),
)

function selectExcerptSubject(db: Db, id: string) {
  return db
    .selectFrom('excerpts')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .select(['title', 'exact as text', ...blank])
    .where('excerpts.id', '=', id)
    .executeTakeFirst()
}

/** Inserts unless something was already imported by this key; says whether it did. */
export async function insertComment(tx: Db, row: CommentRow): Promise<boolean> {
  return (await insertNew(tx, row)) > 0
}

const insertNew = preparedWrite((tx: Db, row: CommentRow) =>
  tx
    .insertInto('comments')
    .values(row)
    .onConflict((c) => c.column('import_key').doNothing()),
)

const withAuthor = (db: Db) =>
  db
    .selectFrom('comments')
    .innerJoin('members', 'members.id', 'comments.member_id')
    .selectAll('comments')
    .select('members.handle')

export type CommentWithAuthorRow = NonNullable<Awaited<ReturnType<typeof selectComment>>>

export const selectComment = preparedFirst((db: Db, id: string, readerId: string | null) =>
  withAuthor(db).where('comments.id', '=', id).where(isNotOnPrivatePost(readerId)),
)

export function selectCommentToChange(tx: Db, id: string, memberId: string) {
  const row = tx.selectFrom('comments').selectAll().where('id', '=', id).where(isNotOnPrivatePost(memberId))
  return row.$call(held(tx)).executeTakeFirst()
}

export function selectCommentSubject(tx: Db, id: string, memberId: string) {
  const row = tx.selectFrom('comments').select(['subject_kind', 'subject_id']).where('id', '=', id)
  return row.where(isNotOnPrivatePost(memberId)).executeTakeFirst()
}

/** The line that stands in a thread for a comment that was moved. */
export function selectLineOf(tx: Db, { kind, id }: Subject, commentId: string) {
  const line = tx.selectFrom('comments').select('id').where('moved_to', '=', commentId)
  return line.where('subject_kind', '=', kind).where('subject_id', '=', id).executeTakeFirst()
}

export function selectCommentByImportKey(db: Db, key: string) {
  return db.selectFrom('comments').select('id').where('import_key', '=', key).executeTakeFirst()
}

export function selectCommentsOn(db: Db, { kind, id }: Subject) {
  return withAuthor(db)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .execute()
}

export const selectComments = prepared((db: Db, ids: string[]) => withAuthor(db).where('comments.id', 'in', ids))

export async function updateComment(tx: Db, id: string, set: Partial<CommentRow>) {
  await tx.updateTable('comments').set(set).where('id', '=', id).execute()
}

export function selectCommentRevisions(db: Db, commentId: string) {
  return db
    .selectFrom('comment_revisions')
    .innerJoin('members', 'members.id', 'comment_revisions.member_id')
    .select(['revision', 'body', 'handle', 'at'])
    .where('comment_id', '=', commentId)
    .orderBy('revision', 'desc')
    .execute()
}

export const insertCommentRevision = preparedWrite((tx: Db, row: CommentRevisionRow) =>
  tx.insertInto('comment_revisions').values(row),
)
