import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { conflict, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { PostRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { bearOn } from '../arguments/arguments.server.ts'
import { attachEvidence } from '../arguments/evidence.server.ts'
import type { Source } from '../bearing.ts'
import { mayEdit, type Post, PostChange, PostDraft, type PostKind, type PostLine } from '../post.ts'
import { reanchorQuotes } from '../quotes/quotes.server.ts'
import { keepReviewed } from '../reviews/reviews.server.ts'
import { coAuthorsOf } from './authors.server.ts'
import { holdPost } from './held-post.server.ts'
import { linesOf } from './post-lines.server.ts'
import * as queries from './posts.queries.server.ts'
import { publishPost, restorableUntil, unpublishPost } from './publishing.server.ts'
import { refuseUnknownReviewed, renderReview, reviewIn, wordsIn } from './review.server.ts'
import { keepRevision } from './revisions.server.ts'

/** When and under which key something written elsewhere is brought in. */
export interface Imported {
  createdAt?: number
  importKey?: string
}

/** Writes a post, and publishes it unless it is to wait. What was imported by this key before is answered as it is, `isNew` false. */
export async function writePost(db: Db, author: Member, draft: PostDraft, imported: Imported = {}) {
  const { evidence, bearing, published, review, ...words } = parse(PostDraft, draft)
  const content = {
    ...words,
    url: words.url ?? null,
    html: await renderWritten(db, words.body),
    review: renderReview(review),
  }
  return inTransaction(db, async (tx): Promise<Post & { isNew: boolean }> => {
    await refuseUnknownReviewed(tx, review)
    const source: Source = { kind: 'post', id: newId() }
    const row = rowOf(source.id, author, content, published, imported)
    if (!(await queries.insertPost(tx, row))) {
      const known = await queries.selectPostByImportKey(tx, imported.importKey as string)
      return { ...(await findPost(tx, known?.id as string, author)), isNew: false }
    }
    await keepRevision(tx, author, row, row.created_at)
    await keepMentions(tx, source, row.body)
    await keepReviewed(tx, row)
    await attachEvidence(tx, author, source, evidence)
    await bearOn(tx, source, bearing ?? null)
    await record(tx, author, published ? 'post.written' : 'post.drafted', source)
    return { ...(await findPost(tx, source.id, author)), isNew: true }
  })
}

type Content = Pick<PostRow, 'kind' | 'title' | 'body' | 'html' | 'url' | 'review'>

function rowOf(id: string, author: Member, content: Content, published: boolean, imported: Imported) {
  const created_at = imported.createdAt ?? now()
  const published_at = published ? created_at : null
  const times = { created_at, published_at, first_published_at: published_at, edited_at: null, deleted_at: null }
  const own = { revision: 1, member_id: author.id, deleted_by: null, import_key: imported.importKey ?? null }
  return { id, ...content, ...times, ...own }
}

/** Changes a post that one wrote, with others or alone; new words are a new revision, and the earlier ones are kept. */
export async function editPost(db: Db, editor: Member, id: string, change: PostChange): Promise<Post> {
  const { evidence, bearing, revision, published, ...words } = parse(PostChange, change)
  const html = words.body === undefined ? undefined : await renderWritten(db, words.body)
  const review = words.review === undefined ? undefined : renderReview(words.review)
  return inTransaction(db, async (tx) => {
    const row = await postToEdit(tx, editor, id)
    if (revision !== undefined && revision !== row.revision) throw changedMeanwhile(row)
    await refuseUnknownReviewed(tx, words.review)
    const content = changed(row, { ...words, html, review })
    await keepWords(tx, editor, row, content)
    const source: Source = { kind: 'post', id }
    await keepMentions(tx, source, content.body)
    await keepReviewed(tx, { ...content, id })
    if (evidence) await attachEvidence(tx, editor, source, evidence)
    if (bearing !== undefined) await bearOn(tx, source, bearing)
    await record(tx, editor, 'post.edited', source)
    if (published !== undefined) await (published ? publishPost : unpublishPost)(tx, editor, id)
    return findPost(tx, id, editor)
  })
}

async function postToEdit(tx: Db, editor: Member, id: string) {
  const row = await holdPost(tx, editor, id)
  const { coAuthors } = (await coAuthorsOf(tx, [id])).get(id) ?? { coAuthors: [] }
  const written = { author: { id: row.member_id, handle: '' }, coAuthors, isDeleted: false }
  if (!mayEdit(editor, written)) throw notAllowed('Only its author edits a post.')
  return row
}

function changedMeanwhile({ revision, title, body }: Pick<PostRow, 'revision' | 'title' | 'body'>) {
  const why = `Somebody saved revision ${revision} while you wrote. What you typed is kept here: compare, then save again.`
  return conflict(why, { current: { revision, title, body } })
}

/** What a post is after a change. Whatever is no review has nothing of one. */
function changed(row: Content, given: { [K in keyof Content]?: Content[K] | undefined }): Content {
  const content = { ...row, ...defined(given) }
  const { kind, title, body, url } = content
  parse(PostDraft, { kind, title, body, url, review: given.review ? wordsIn(given.review) : null })
  return kind === 'review' ? content : { ...content, review: null }
}

const contentKeys = ['kind', 'title', 'body', 'html', 'url', 'review'] as const

async function keepWords(tx: Db, editor: Member, row: Content & { id: string; revision: number }, content: Content) {
  if (contentKeys.every((key) => key === 'html' || content[key] === row[key])) return
  const { kind, title, body, html, url, review } = content
  const at = now()
  const revision = row.revision + 1
  await queries.updatePost(tx, row.id, { kind, title, body, html, url, review, revision, edited_at: at })
  await keepRevision(tx, editor, { id: row.id, ...content, revision }, at)
  await reanchorQuotes(tx, { kind: 'post', id: row.id }, { body, html })
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

/** A post as its reader may see it: what is not published is there for its authors alone. */
export async function findPost(db: Db, id: string, reader: Member | null = null): Promise<Post> {
  const row = await queries.selectPost(db, id, reader?.id ?? null)
  if (!row) throw notFound('post')
  const [line] = (await linesOf(db, [row])) as [PostLine]
  const { revision, first_published_at: firstPublishedAt } = row
  const post = { ...line, revision, firstPublishedAt, restorableUntil: restorableUntil(reader, row) }
  if (line.isDeleted) return { ...post, body: '', html: '', review: null }
  return { ...post, body: row.body, html: row.html, review: await reviewIn(db, row.review) }
}

/** What is public of posts, the newest first. */
export async function newestPosts(db: Db, page: Page, of: { kind?: PostKind; memberId?: string } = {}) {
  const rows = await queries.selectNewestPosts(db, page.limit + 1, page.after && timeAndId(page.after), of)
  const { items, next } = paged(rows, page.limit, (row) => [row.published_at as number, row.id])
  return { items: await linesOf(db, items), next } satisfies Paged<PostLine>
}
