import type { Subject } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { namesIn } from '#app/lib/markdown/syntax.server.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { nameKey, shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { MentionRow } from '#db/tables.ts'
import { linksTo } from './links.server.ts'
import * as queries from './mentions.queries.server.ts'
import { keysOf } from './name.ts'
import { type Piece, sentenceWith } from './sentence.ts'

export type MentioningKind = MentionRow['source_kind']

interface Source {
  kind: MentioningKind
  id: string
}

const rowOf = ({ kind, id }: Source) => ({ source_kind: kind, source_id: id })

/** Keeps which [[names]] a thing's texts have, in place of those that they had. Call it with all of them, in the transaction that writes them. */
export async function keepMentions(tx: Db, source: Source, ...texts: string[]) {
  const names = new Map(texts.flatMap(namesIn).map((name) => [nameKey(name), name]))
  await queries.deleteMentions(tx, rowOf(source), [...names.keys()])
  const rows = [...names].map(([name_key, name]) => ({ ...rowOf(source), name_key, name, mentioned_at: now() }))
  await queries.insertMentions(tx, rows)
}

/** A text that names something, with the sentence that does. */
export interface Mention {
  kind: MentioningKind
  id: string
  title: string
  handle: string | null
  at: number
  sentence: Piece[]
}

export interface Mentions extends Paged<Mention> {
  count: number
}

/** What mentions a thing by any of the names that lead to it, the newest first. Names that lead elsewhere first are left out. */
export async function mentionsOf(
  db: Db,
  thing: Subject,
  names: readonly string[],
  page: Page = { limit: 10, after: null },
): Promise<Mentions> {
  const path = `/${thing.kind}s/${thing.id}`
  const links = await linksTo(db, [...names, ...keysOf(thing.kind, names)])
  const keys = [...links].filter(([, to]) => to === path).map(([key]) => key)
  return mentionsBy(db, keys, thing, page)
}

/** What names something that nothing is called yet. */
export function mentionsOfName(db: Db, name: string, page: Page): Promise<Mentions> {
  return mentionsBy(db, [nameKey(name)], null, page)
}

async function mentionsBy(db: Db, keys: string[], thing: Subject | null, page: Page): Promise<Mentions> {
  if (keys.length === 0) return { items: [], next: null, count: 0 }
  const but = thing && { source_kind: thing.kind as MentioningKind, source_id: thing.id }
  const after = page.after && timeAndId(page.after)
  const rows = await queries.selectMentions(db, keys, but, { limit: page.limit, after })
  const { items, next } = paged(rows, page.limit, ({ at, source }) => [Number(at), source])
  const texts = await textsOf(db, items)
  return {
    count: after === null && next === null ? items.length : await queries.selectCount(db, keys, but),
    next,
    items: items.map(({ source_kind: kind, source_id: id, at }) => {
      const { title = '', text = '', handle = null } = texts.get(`${kind} ${id}`) ?? {}
      const sentence = sentenceWith(text, keys) ?? sentenceWith(title, keys) ?? []
      return { kind, id, title: shortened(title, 200), handle, at: Number(at), sentence }
    }),
  }
}

async function textsOf(db: Db, rows: readonly Pick<MentionRow, 'source_kind' | 'source_id'>[]) {
  const found = new Map<string, Awaited<ReturnType<typeof queries.selectTexts>>[number]>()
  for (const [kind, some] of Map.groupBy(rows, (row) => row.source_kind)) {
    const ids = some.map((row) => row.source_id)
    for (const text of await queries.selectTexts(db, kind, ids)) found.set(`${kind} ${text.id}`, text)
  }
  return found
}

const leastTexts = 2
const mostNames = 50

interface MissingName {
  name: string
  /** Texts that mention it, and when the first and the last was written. */
  count: number
  firstAt: number
  lastAt: number
}

/** Names that at least two texts mention and that nothing goes by, the most mentioned first: what a page could be made of. */
export async function missingNames(db: Db): Promise<MissingName[]> {
  const rows = await queries.selectMissing(db, leastTexts, 2 * mostNames)
  const links = await linksTo(
    db,
    rows.map(({ name }) => name),
  )
  const missing = rows.filter(({ name_key }) => !links.has(name_key))
  return missing.slice(0, mostNames).map(({ name, n, first_at: firstAt, last_at: lastAt }) => {
    return { name, count: Number(n), firstAt, lastAt }
  })
}
