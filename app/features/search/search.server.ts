import { memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import { lengthOf, nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type EntryKind, type Hit, kindNamed, kindsInOrder } from './entry.ts'
import { hitsOf } from './hits.server.ts'
import { mostQueryLetters, type Query, readQuery, type Term } from './query.ts'
import * as queries from './search.queries.server.ts'
import { neighboursOf } from './suggestion.ts'
import { wordsOf } from './words.ts'

export interface Found extends Paged<Hit> {
  counts: Record<EntryKind, number>
  /** What was perhaps meant, where nothing was found. */
  suggestion: string | null
  /** Nothing had the words themselves: these have words that begin so. */
  byBeginnings: boolean
}

/** Finds what everybody may read; `kind` beside the words is the tab. Where nothing has the words, what has their beginnings is found. What cannot be searched for is refused in sentences on `q`. */
export async function search(db: Db, typed: string, kind: EntryKind | null, page: Page): Promise<Found> {
  const query = queryFrom(typed)
  const wanted = await wantedBy(db, query)
  if (isOfAnything(wanted)) return { items: [], next: null, counts: noCounts(), suggestion: null, byBeginnings: false }
  const kinds = kind && [kind].filter((one) => isAsked(wanted, one))
  const exact = await listOf(db, wanted, kinds, page)
  const terms = isNothing(exact.counts) ? begun(query.terms) : query.terms
  const byBeginnings = terms !== query.terms
  const { counts, list } = byBeginnings ? await listOf(db, { ...wanted, terms }, kinds, page) : exact
  return {
    items: await hitsOf(db, list.items, terms),
    next: list.next,
    counts,
    suggestion: isNothing(counts) ? await suggestionFor(db, typed) : null,
    byBeginnings: byBeginnings && !isNothing(counts),
  }
}

const isNothing = (counts: Found['counts']) => kindsInOrder.every((kind) => counts[kind] === 0)

const fewestLetters = 3

/** The same words as beginnings; the terms themselves where none may be one. */
function begun(terms: Term[]): Term[] {
  const mayBegin = ({ words: [word = '', ...more], isNot, isPrefix }: Term) =>
    !isNot && !isPrefix && more.length === 0 && lengthOf(word) >= fewestLetters
  return terms.some(mayBegin) ? terms.map((term) => (mayBegin(term) ? { ...term, isPrefix: true } : term)) : terms
}

function queryFrom(typed: string): Query {
  if (lengthOf(typed) > mostQueryLetters) throw invalid({ q: `A search takes at most ${mostQueryLetters} characters.` })
  const { query, faults } = readQuery(typed)
  if (faults.length > 0) throw invalid({ q: faults })
  return query
}

const noCounts = () => Object.fromEntries(kindsInOrder.map((kind) => [kind, 0])) as Record<EntryKind, number>

const isAsked = ({ kinds }: queries.Wanted, kind: EntryKind) => kinds === null || kinds.includes(kind)

/** Without a word that must be there and without a filter everything there is would be found. */
function isOfAnything({ terms, ...filters }: queries.Wanted): boolean {
  return terms.every(({ isNot }) => isNot) && Object.values(filters).every((filter) => filter === null)
}

async function wantedBy(db: Db, query: Query): Promise<queries.Wanted> {
  const { terms, kinds, roles, before, from } = query
  const members = await Promise.all(query.authors.map((handle) => memberOfHandle(db, handle)))
  const labels = query.labels.length > 0 ? await queries.selectLabelsNamed(db, query.labels.map(nameKey)) : []
  return {
    terms,
    kinds: orNull(kinds, kinds),
    roles: orNull(roles, roles),
    memberIds: orNull(
      query.authors,
      members.flatMap((member) => member?.id ?? []),
    ),
    labelIds: orNull(
      query.labels,
      labels.map(({ id }) => id),
    ),
    models: orNull(query.models, query.models.length > 0 ? await modelsCalled(db, query.models) : []),
    before,
    from,
  }
}

const orNull = (asked: string[], found: string[]) => (asked.length > 0 ? found : null)

/** The models whose names have all the words of one of those asked for: `opus` finds Claude 3 Opus. */
async function modelsCalled(db: Db, asked: string[]): Promise<string[]> {
  const models = (await queries.selectModels(db)).flatMap(({ model }) => model ?? [])
  const wanted = asked.map(plain)
  return models.filter((model) => wanted.some((words) => plain(model).includes(words)))
}

const plain = (name: string) =>
  ` ${wordsOf(name)
    .map(({ word }) => word)
    .join(' ')} `

/** A page of what is found, of all kinds or of some. The cursor holds the newest entry of the first page's time, and how far one is: what comes in between moves nothing. */
async function listOf(db: Db, wanted: queries.Wanted, kinds: EntryKind[] | null, { limit, after }: Page) {
  const [upTo, offset] = after ? placeIn(after) : [await queries.selectNewestNumber(db), 0]
  const found = await queries.selectFound(db, wanted, { kinds, upTo, offset, limit: limit + 1 })
  const counts = noCounts()
  for (const { kind, count } of found.counts) counts[kind as EntryKind] = count
  return { counts, list: paged(found.rows, limit, () => [upTo, offset + limit]) }
}

function placeIn(after: (string | number)[]): [upTo: number, offset: number] {
  const [upTo, offset, ...more] = after
  const isPlace = (part: unknown): part is number => Number.isSafeInteger(part) && (part as number) >= 0
  if (!isPlace(upTo) || !isPlace(offset) || more.length > 0)
    throw invalid({ cursor: 'This cursor cannot be read: take `next` of an answer as it is.' })
  return [upTo, offset]
}

const mostMended = 5

/** The query with each word that stands nowhere put right, if something is found then. */
async function suggestionFor(db: Db, typed: string): Promise<string | null> {
  const words = wordsOf(typed)
  const known = await queries.selectFrequencies(
    db,
    words.map(({ word }) => word),
  )
  const missing = words.filter(({ word }) => !known.some((one) => one.word === word)).slice(0, mostMended)
  let mended = typed
  for (const { word, start, end } of missing.toReversed()) {
    const [best] = (await queries.selectFrequencies(db, neighboursOf(word))).sort(
      (a, b) => b.count - a.count || (a.word < b.word ? -1 : 1),
    )
    if (best) mended = mended.slice(0, start) + best.word + mended.slice(end)
  }
  if (mended === typed) return null
  const counts = await queries.selectCounts(db, await wantedBy(db, queryFrom(mended)))
  return counts.length > 0 ? mended : null
}

/** The tab that an address asks for; one that there is not is refused. */
export function kindAsked(url: URL): EntryKind | null {
  const asked = url.searchParams.get('type')
  if (!asked) return null
  const kind = kindNamed(asked)
  if (!kind) throw invalid({ type: `A type is one of ${kindsInOrder.join(', ')}.` })
  return kind
}

/** Makes the index anew from what can be found; while it does, SQLite takes no other writes. */
export async function rebuildSearch(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await queries.deleteEntries(tx)
    await queries.insertEntries(tx)
  })
}
