import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { conflict, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { PostRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { bearingsOf, bearOn } from '../arguments/arguments.server.ts'
import { attachEvidence, evidenceOf } from '../arguments/evidence.server.ts'
import { deletedAuthor, type Source } from '../bearing.ts'
import {
  mayDelete,
  mayEdit,
  type Post,
  PostChange,
  PostDraft,
  type PostKind,
  type PostLine,
  type Revision,
} from '../post.ts'
import * as queries from './posts.queries.server.ts'

/** When and under which key something written elsewhere is brought in. */
export interface Imported {
  createdAt?: number
  importKey?: string
}

/** Publishes a post. What was imported by this key before is answered as it is, `isNew` false. */
export async function writePost(db: Db, author: Member, draft: PostDraft, imported: Imported = {}) {
  const { evidence, bearing, ...written } = parse(PostDraft, draft)
  const html = renderMarkdown(written.body)
  return inTransaction(db, async (tx): Promise<Post & { isNew: boolean }> => {
    const source: Source = { kind: 'post', id: newId() }
    const row = rowOf(source.id, author, { ...written, html, url: written.url ?? null }, imported)
    if (!(await queries.insertPost(tx, row))) {
      const known = await queries.selectPostByImportKey(tx, imported.importKey as string)
      return { ...(await findPost(tx, known?.id as string)), isNew: false }
    }
    await keepRevision(tx, author, row, row.created_at)
    await attachEvidence(tx, author, source, evidence)
    await bearOn(tx, source, bearing ?? null)
    await record(tx, author, 'post.written', source)
    return { ...(await findPost(tx, source.id)), isNew: true }
  })
}

type Content = Pick<PostRow, 'kind' | 'title' | 'body' | 'html' | 'url'>

function rowOf(id: string, author: Member, content: Content, { createdAt, importKey }: Imported): PostRow {
  const times = { created_at: createdAt ?? now(), edited_at: null, deleted_at: null }
  return { id, ...content, ...times, revision: 1, member_id: author.id, import_key: importKey ?? null }
}

async function keepRevision(tx: Db, author: Member, { id, revision, title, body }: PostRow, at: number) {
  await queries.insertPostRevision(tx, { post_id: id, revision, title, body, member_id: author.id, at })
}

/** Changes a post of one's own; new words are a new revision, and the earlier ones are kept. */
export async function editPost(db: Db, editor: Member, id: string, change: PostChange): Promise<Post> {
  const { evidence, bearing, ...words } = parse(PostChange, change)
  const html = words.body === undefined ? undefined : renderMarkdown(words.body)
  return inTransaction(db, async (tx) => {
    const row = await postToChange(tx, id)
    if (!mayEdit(editor, writtenOf(row))) throw notAllowed('Only its author edits a post.')
    const source: Source = { kind: 'post', id }
    const content = { ...row, ...defined(words), html: html ?? row.html }
    parse(PostDraft, { kind: content.kind, title: content.title, body: content.body, url: content.url })
    await keepWords(tx, editor, row, content)
    if (evidence) await attachEvidence(tx, editor, source, evidence)
    if (bearing !== undefined) await bearOn(tx, source, bearing)
    await record(tx, editor, 'post.edited', source)
    return findPost(tx, id)
  })
}

async function keepWords(tx: Db, editor: Member, row: PostRow, content: PostRow) {
  const { kind, title, body, html, url } = content
  if (title === row.title && body === row.body && kind === row.kind && url === row.url) return
  const at = now()
  const revision = row.revision + 1
  await queries.updatePost(tx, row.id, { kind, title, body, html, url, revision, edited_at: at })
  await keepRevision(tx, editor, { ...content, revision }, at)
}

function defined<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Deletes a post: its place, and the thread under it, stay. Twice is as once. */
export async function deletePost(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await queries.selectPostToChange(tx, id)
    if (!row) throw notFound('post')
    const isMine = mayDelete(member, { ...writtenOf(row), isDeleted: false })
    if (!isMine) throw notAllowed('Only its author or a moderator deletes a post.')
    if (row.deleted_at !== null) return
    await queries.updatePost(tx, id, { deleted_at: now() })
    await record(tx, member, 'post.deleted', { kind: 'post', id })
  })
}

async function postToChange(tx: Db, id: string) {
  const row = await queries.selectPostToChange(tx, id)
  if (!row) throw notFound('post')
  if (row.deleted_at !== null) throw conflict('This post was deleted.')
  return row
}

function writtenOf(row: PostRow) {
  return { author: { id: row.member_id, handle: '' }, isDeleted: row.deleted_at !== null }
}

export async function findPost(db: Db, id: string): Promise<Post> {
  const row = await queries.selectPost(db, id)
  if (!row) throw notFound('post')
  const [line] = (await linesOf(db, [row])) as [PostLine]
  const { body, html, revision } = row
  return line.isDeleted ? { ...line, body: '', html: '', revision } : { ...line, body, html, revision }
}

/** Posts, the newest first, without what was deleted. */
export async function newestPosts(db: Db, page: Page, of: { kind?: PostKind; memberId?: string } = {}) {
  const rows = await queries.selectNewestPosts(db, page.limit + 1, page.after && timeAndId(page.after), of)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  return { items: await linesOf(db, items), next } satisfies Paged<PostLine>
}

async function linesOf(db: Db, rows: queries.PostLineRow[]): Promise<PostLine[]> {
  const sources = rows.map((row): Source => ({ kind: 'post', id: row.id }))
  const [evidence, bearings] = [await evidenceOf(db, sources), await bearingsOf(db, sources)]
  return rows.map((row) => {
    const { id, kind, url, created_at: createdAt, edited_at: editedAt, comment_count: commentCount } = row
    const base = { id, kind, createdAt, editedAt, commentCount }
    if (row.deleted_at !== null)
      return { ...base, title: '', url: null, author: deletedAuthor, isDeleted: true, evidence: [], bearing: null }
    const author = { id: row.member_id, handle: row.handle }
    const carried = { evidence: evidence.get(id) ?? [], bearing: bearings.get(id) ?? null }
    return { ...base, title: row.title, url, author, isDeleted: false, ...carried }
  })
}

/** What a post said at each of its revisions, the newest first. */
export async function revisionsOf(db: Db, post: Post): Promise<Revision[]> {
  return post.isDeleted ? [] : queries.selectPostRevisions(db, post.id)
}
