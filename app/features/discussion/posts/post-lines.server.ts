import type { Db } from '#db/open.ts'
import { bearingsOf } from '../arguments/arguments.server.ts'
import { evidenceOf } from '../arguments/evidence.server.ts'
import { deletedAuthor, type Source } from '../bearing.ts'
import type { PostLine } from '../post.ts'
import { coAuthorsOf } from './authors.server.ts'
import * as queries from './posts.queries.server.ts'

/** Posts as lists show them, in the order of the rows. */
export async function linesOf(db: Db, rows: queries.PostLineRow[]): Promise<PostLine[]> {
  const sources = rows.map((row): Source => ({ kind: 'post', id: row.id }))
  const [evidence, bearings] = [await evidenceOf(db, sources), await bearingsOf(db, sources)]
  const authors = await coAuthorsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const { id, kind, url, comment_count: commentCount, published_at: publishedAt } = row
    const base = { id, kind, createdAt: row.created_at, publishedAt, editedAt: editedAtOf(row), commentCount }
    if (row.deleted_at !== null) return { ...base, ...tombstone }
    const author = { id: row.member_id, handle: row.handle }
    const coAuthors = authors.get(id)?.coAuthors ?? []
    const carried = { evidence: evidence.get(id) ?? [], bearing: bearings.get(id) ?? null }
    return { ...base, title: row.title, url, author, coAuthors, isDeleted: false, ...carried }
  })
}

const tombstone = {
  title: '',
  url: null,
  author: deletedAuthor,
  coAuthors: [],
  isDeleted: true,
  evidence: [],
  bearing: null,
}

/** What was changed before anybody could read it is no edit to its readers. */
function editedAtOf({ edited_at, first_published_at }: queries.PostLineRow): number | null {
  return edited_at !== null && edited_at > (first_published_at ?? 0) ? edited_at : null
}

/** The posts of these ids that are public, in the order of the ids. */
export async function postsByIds(db: Db, ids: readonly string[]): Promise<PostLine[]> {
  if (ids.length === 0) return []
  const rows = new Map((await queries.selectPostsByIds(db, [...ids])).map((row) => [row.id, row]))
  const lines = await linesOf(
    db,
    ids.flatMap((id) => rows.get(id) ?? []),
  )
  return lines.filter(({ publishedAt, isDeleted }) => publishedAt !== null && !isDeleted)
}

/** What the posts of these ids say, by id. */
export async function htmlOfPosts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await queries.selectHtmlOfPosts(db, [...ids])).map(({ id, html }) => [id, html]))
}
