import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { refuseIfBlocked } from '#app/features/accounts/silences.server.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { CommentRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { bearingsOf, bearOn } from '../arguments/arguments.server.ts'
import { attachEvidence, evidenceOf } from '../arguments/evidence.server.ts'
import { deletedAuthor, type Source } from '../bearing.ts'
import {
  asSeenBy,
  type Comment,
  CommentChange,
  CommentDraft,
  type Deletion,
  isSubjectKind,
  type NamedSubject,
  type Subject,
  type SubjectKind,
} from '../comment.ts'
import { mayDelete, mayEdit } from '../post.ts'
import type { Imported } from '../posts/posts.server.ts'
import { keepQuote, quotesOf, reanchorQuotes } from '../quotes/quotes.server.ts'
import * as queries from './comments.queries.server.ts'
import { holdComment } from './hold-comment.server.ts'

/** Answers a subject, or a comment under it. What was imported by this key before is answered as it is, `isNew` false. */
export async function reply(db: Db, author: Member, subject: Subject, draft: CommentDraft, imported: Imported = {}) {
  const { evidence, bearing, ...written } = parse(CommentDraft, draft)
  const html = await renderWritten(db, written.body)
  return inTransaction(db, async (tx): Promise<Comment & { isNew: boolean }> => {
    const createdAt = imported.createdAt ?? now()
    const answered = await answeredBy(tx, author, subject, written.parentId ?? null, createdAt)
    if (!imported.importKey) await refuseIfBlocked(tx, author, answered.writers)
    const source: Source = { kind: 'comment', id: newId() }
    const content = { body: written.body, html, created_at: createdAt, import_key: imported.importKey ?? null }
    const row = { ...rowOf(source.id, author, subject, answered), ...content }
    if (!(await queries.insertComment(tx, row))) {
      await queries.updateThreadCount(tx, subject, -1)
      const known = await queries.selectCommentByImportKey(tx, imported.importKey as string)
      return { ...(await findComment(tx, known?.id as string, author)), isNew: false }
    }
    await keepRevision(tx, row, createdAt)
    await keepMentions(tx, source, row.body)
    if (written.quote) await keepQuote(tx, source.id, written.quote, answered.quotable)
    await attachEvidence(tx, author, source, evidence)
    await bearOn(tx, source, bearing ?? null)
    await record(tx, author, 'comment.written', source)
    await touch(tx, subject)
    return { ...(await findComment(tx, source.id, author)), isNew: true }
  })
}

interface Place {
  parentId: string | null
  depth: number
  /** Where the words of a quote may stand, the likeliest first. */
  quotable: { kind: string; id: string; words: string }[]
  /** Who wrote what is answered, and the post that it is under. */
  writers: string[]
}

/** Counts the comment first, which holds the thread, and then looks at what it answers. */
async function answeredBy(
  tx: Db,
  author: Member,
  subject: Subject,
  parentId: string | null,
  at: number,
): Promise<Place> {
  const { kind, id } = await findSubject(tx, subject.kind, subject.id, author)
  const { locked } = await queries.upsertThread(tx, { kind, id }, 1, at)
  if (locked) throw notAllowed('This thread is locked: it can be read, and takes no replies.')
  const words = await queries.selectSubject(tx, kind, id, author.id)
  if (!words) throw notFound(kind)
  if (words.deleted_at !== null) throw conflict(`This ${kind} was deleted.`)
  if (words.published_at === null) throw conflict('This post is not published: until it is, it takes no replies.')
  const coAuthors = kind === 'post' ? await queries.selectCoAuthorIds(tx, id) : []
  const writers = words.member_id === null ? coAuthors : [words.member_id, ...coAuthors]
  const under = { kind, id, words: `${words.title}\n\n${words.text}` }
  if (parentId === null) return { parentId, depth: 0, quotable: [under], writers }
  const parent = await queries.selectComment(tx, parentId, author.id)
  if (parent?.subject_kind !== kind || parent.subject_id !== id) throw await whyNotHere(tx, subject, parentId)
  if (parent.deleted_at !== null) throw conflict('The comment that this answers was deleted.')
  const quotable = [{ kind: 'comment', id: parentId, words: '' }, under]
  return { parentId, depth: parent.depth + 1, quotable, writers: [...writers, parent.member_id] }
}

async function whyNotHere(tx: Db, subject: Subject, parentId: string) {
  return (await queries.selectLineOf(tx, subject, parentId))
    ? conflict(`The comment that this answers was moved meanwhile. It can be answered at /comments/${parentId}.`)
    : invalid({ parentId: 'There is no such comment in this thread.' })
}

function rowOf(id: string, author: Member, { kind, id: subjectId }: Subject, { parentId, depth }: Place) {
  const where = { subject_kind: kind, subject_id: subjectId, parent_id: parentId, depth }
  return { id, ...where, revision: 1, member_id: author.id, edited_at: null, deleted_at: null, deleted_by: null }
}

async function keepRevision(tx: Db, { id, revision, body, member_id }: CommentRow, at: number) {
  await queries.insertCommentRevision(tx, { comment_id: id, revision, body, member_id, at })
}

/** Changes a comment of one's own; new words are a new revision, and the earlier ones are kept. */
export async function editComment(db: Db, editor: Member, id: string, change: CommentChange): Promise<Comment> {
  const { body, evidence, bearing, revision } = parse(CommentChange, change)
  const html = body === undefined ? undefined : await renderWritten(db, body)
  return inTransaction(db, async (tx) => {
    const row = await queries.selectCommentToChange(tx, id, editor.id)
    if (!row) throw notFound('comment')
    if (row.deleted_at !== null) throw conflict('This comment was deleted.')
    if (!mayEdit(editor, writtenOf(row))) throw notAllowed('Only its author edits a comment.')
    if (body !== row.body) refuseIfChanged(row, revision)
    if (body !== undefined && html !== undefined && body !== row.body) {
      const changed = { body, html, revision: row.revision + 1, edited_at: now() }
      await queries.updateComment(tx, id, changed)
      await keepRevision(tx, { ...row, ...changed }, changed.edited_at)
      await keepMentions(tx, { kind: 'comment', id }, body)
      await reanchorQuotes(tx, { kind: 'comment', id }, { body, html })
    }
    const source: Source = { kind: 'comment', id }
    if (evidence) await attachEvidence(tx, editor, source, evidence)
    if (bearing !== undefined) await bearOn(tx, source, bearing)
    await record(tx, editor, 'comment.edited', source)
    return findComment(tx, id, editor)
  })
}

function refuseIfChanged({ revision, body }: CommentRow, begunFrom: number | undefined) {
  if (begunFrom === undefined || begunFrom === revision) return
  const why =
    'This comment was changed since you began. Nothing is saved yet: what it says now stands beside what you typed.'
  throw conflict(why, { current: { revision, body } })
}

/** Deletes a comment: a tombstone stays where it was, and so do its replies. Twice is as once. */
export async function deleteComment(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row, subject } = await holdComment(tx, id, member)
    const isMine = mayDelete(member, { ...writtenOf(row), isDeleted: false })
    if (!isMine) throw notAllowed('Only its author or a moderator deletes a comment.')
    if (row.deleted_at !== null) return
    await queries.updateComment(tx, id, { deleted_at: now(), deleted_by: member.id })
    await queries.updateThreadCount(tx, subject, -1)
    await record(tx, member, 'comment.deleted', { kind: 'comment', id })
    await touch(tx, subject)
  })
}

function writtenOf(row: CommentRow) {
  return { author: { id: row.member_id, handle: '' }, isDeleted: row.deleted_at !== null }
}

/** What a thread is under, as its reader may see it; kinds that have none are not found. */
export async function findSubject(
  db: Db,
  kind: string,
  id: string,
  reader: Member | null = null,
): Promise<NamedSubject> {
  if (!isSubjectKind(kind)) throw notFound('thread')
  const row = await queries.selectSubject(db, kind, id, reader?.id ?? null)
  if (!row) throw notFound(kind)
  const isDeleted = row.deleted_at !== null
  return { kind, id, title: isDeleted ? '[deleted]' : row.title, isDeleted, isPrivate: row.published_at === null }
}

/** A comment as its reader may see it: what is under a private post is there for its authors alone. */
export async function findComment(db: Db, id: string, reader: Member | null = null): Promise<Comment> {
  const row = await queries.selectComment(db, id, reader?.id ?? null)
  if (!row) throw notFound('comment')
  const [comment] = (await commentsOf(db, [row])) as [Comment]
  return asSeenBy(reader, comment)
}

/** All comments under a subject, the oldest first. */
export async function commentsOn(db: Db, subject: Subject): Promise<Comment[]> {
  return commentsOf(db, await queries.selectCommentsOn(db, subject))
}

/** The comments with these ids, in this order. */
export async function commentsByIds(db: Db, ids: readonly string[]): Promise<Comment[]> {
  const rows = new Map((await inBatches(ids, (some) => queries.selectComments(db, some))).map((row) => [row.id, row]))
  return commentsOf(
    db,
    ids.flatMap((id) => rows.get(id) ?? []),
  )
}

async function commentsOf(db: Db, rows: queries.CommentWithAuthorRow[]): Promise<Comment[]> {
  const sources = rows.map((row): Source => ({ kind: 'comment', id: row.id }))
  const [evidence, bearings] = [await evidenceOf(db, sources), await bearingsOf(db, sources)]
  const quotes = await quotesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, depth, revision, parent_id: parentId, created_at: createdAt, edited_at: editedAt } = row
    const subject: Subject = { kind: row.subject_kind as SubjectKind, id: row.subject_id }
    const base = { id, subject, depth, revision, parentId, createdAt, editedAt, movedTo: row.moved_to ?? null }
    if (row.deleted_at !== null) return { ...base, ...tombstone, deletion: deletionOf(row, row.deleted_at) }
    const said = { body: row.body, html: row.html, quote: quotes.get(id) ?? null }
    const author = { id: row.member_id, handle: row.handle }
    const carried = { evidence: evidence.get(id) ?? [], bearing: bearings.get(id) ?? null }
    return { ...base, ...said, author, isDeleted: false, deletion: null, ...carried }
  })
}

export const deletionOf = ({ member_id, deleted_by }: CommentRow, at: number): Deletion => ({
  at,
  authorId: member_id,
  byId: deleted_by,
})

const tombstone = {
  body: '',
  html: '',
  quote: null,
  author: deletedAuthor,
  isDeleted: true,
  evidence: [],
  bearing: null,
}

/** How many comments stand under a subject, tombstones not counted, and whether it takes more. */
export async function findThread(db: Db, subject: Subject): Promise<{ commentCount: number; isLocked: boolean }> {
  const row = await queries.selectThread(db, subject)
  return { commentCount: row?.comment_count ?? 0, isLocked: row?.locked === 1 }
}

/** Locks a thread, or opens it again. */
export async function lockThread(db: Db, moderator: Member, subject: Subject, isLocked: boolean): Promise<void> {
  if (!mayUse(moderator, 'moderate')) throw notAllowed('Only moderators lock threads.')
  await inTransaction(db, async (tx) => {
    await queries.updateThreadLock(tx, subject, Number(isLocked))
    await record(tx, moderator, isLocked ? 'thread.locked' : 'thread.opened', subject)
  })
}
