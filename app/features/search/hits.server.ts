import { findSubject } from '#app/features/discussion/comments/comments.server.ts'
import { plainTextOf } from '#app/lib/markdown.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { addressOf, type EntryKind, type Hit, type Piece } from './entry.ts'
import type { Term } from './query.ts'
import * as queries from './search.queries.server.ts'
import { marked, snippetOf } from './snippet.ts'

type SourceRow = Awaited<ReturnType<typeof queries.selectSources>>[number]

/** What was found, as it is shown, in its order; what was deleted meanwhile is left out. */
export async function hitsOf(db: Db, found: queries.FoundRow[], terms: readonly Term[]): Promise<Hit[]> {
  const sources = new Map<string, SourceRow>()
  for (const [kind, rows] of Map.groupBy(found, ({ kind }) => kind)) {
    for (const row of await queries.selectSources(db, kind, rows)) sources.set(keyOf(row), row)
  }
  const subjects = await subjectsOf(db, found)
  return found.flatMap((entry) => {
    const source = sources.get(keyOf(entry))
    return source ? [hitOf(source, subjects.get(entry.id) ?? source.heading, terms)] : []
  })
}

/** What the comments among the entries are under, by name. */
async function subjectsOf(db: Db, found: queries.FoundRow[]): Promise<Map<string, string>> {
  const ids = found.filter(({ kind }) => kind === 'comment').map(({ id }) => id)
  const rows = ids.length > 0 ? await queries.selectSubjectsOfComments(db, ids) : []
  const titles = new Map<string, string>()
  for (const [kind, of] of Map.groupBy(rows, (row) => row.subject_kind)) {
    const headings = await headingsOf(
      db,
      kind,
      of.map((row) => row.subject_id),
    )
    for (const { id, subject_id } of of) titles.set(id, headings.get(subject_id) ?? 'something that is gone')
  }
  return titles
}

/** The names of subjects of one kind: those that can be found themselves at once, the others one by one. */
async function headingsOf(db: Db, kind: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await queries.selectHeadings(db, kind, [...new Set(ids)])
  const headings = new Map(rows.map(({ id, heading }) => [id, heading]))
  for (const id of new Set(ids)) {
    const title = headings.get(id) ?? (await findSubject(db, kind, id).catch(unlessGone))?.title
    if (title !== undefined) headings.set(id, title)
  }
  return headings
}

function unlessGone(error: unknown): undefined {
  if (!isRefusal(error)) throw error
}

const keyOf = ({ kind, id, place }: { kind: string; id: string; place: number }) => `${kind} ${id} ${place}`

function hitOf(source: SourceRow, heading: string, terms: readonly Term[]): Hit {
  const author = source.handle ?? ''
  const entry = { kind: source.kind as EntryKind, id: source.id, place: source.place }
  const href = addressOf(entry, author)
  const { role, created_at: createdAt } = source
  const title = marked(heading, terms)
  return { ...entry, role, title, href, author, createdAt, snippet: snippetIn(source, terms) }
}

/** Of what is read as prose, if all that was looked for stands there; else of what was written, addresses of links and all. */
function snippetIn({ body: parts, html }: SourceRow, terms: readonly Term[]): Piece[] {
  const body = parts.replace(/^( · )+|( · )+$|( · )(?= · )/g, '')
  const read = html === null ? null : snippetOf(plainTextOf(html), terms)
  if (read?.hits === terms.filter(({ isNot }) => !isNot).length) return read.pieces
  const written = snippetOf(body, terms)
  return read === null || read.hits < written.hits ? written.pieces : read.pieces
}
