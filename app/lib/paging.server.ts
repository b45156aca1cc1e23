import { invalid } from '#app/lib/refusal.ts'

export interface Page {
  limit: number
  /** What the last item of the page before was sorted by; null on the first page. */
  after: (string | number)[] | null
}

export interface Paged<T> {
  items: T[]
  next: string | null
}

/** Reads `?limit=` (1–200) and `?cursor=`; what cannot be read is refused. */
export function pageOf(url: URL, usual = 50): Page {
  const limit = url.searchParams.get('limit')
  const cursor = url.searchParams.get('cursor')
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 200)) {
    throw invalid({ limit: 'A limit is a whole number from 1 to 200.' })
  }
  return { limit: limit === null ? usual : Number(limit), after: cursor === null ? null : keyOf(cursor) }
}

function keyOf(cursor: string): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.every(isKeyPart)) return key
  } catch {}
  throw unreadable()
}

/** Lists are sorted by numbers and ids; anything else was made up, and no database should see it. */
const isKeyPart = (part: unknown) => Number.isFinite(part) || (typeof part === 'string' && /^[\w.-]{1,100}$/.test(part))

const unreadable = () => invalid({ cursor: 'This cursor cannot be read: take `next` of an answer as it is.' })

/** The key of a list that is sorted by time and then id. What is no such key, as another list's cursor, is refused before a database sees it. */
export function timeAndId(after: (string | number)[]): [time: number, id: string] {
  const [time, id] = numberAndId(after)
  if (!Number.isSafeInteger(time)) throw unreadable()
  return [time, id]
}

/** The key of a list that is sorted by a number and then id. */
export function numberAndId(after: (string | number)[]): [number, string] {
  const [number, id, ...more] = after
  if (typeof number !== 'number' || typeof id !== 'string' || more.length > 0) throw unreadable()
  return [number, id]
}

/** The key of a list whose order depends on the time of its first page: that time, then a number, then an id. */
export function timeNumberAndId([asOf, ...rest]: (string | number)[]): [asOf: number, number: number, id: string] {
  if (typeof asOf !== 'number' || !Number.isSafeInteger(asOf)) throw unreadable()
  return [asOf, ...numberAndId(rest)]
}

const mostScore = 2 ** 31 - 1

/** The key of a list that is sorted by a count, which both engines keep in 32 bits, and then id. */
export function scoreAndId(after: (string | number)[]): [score: number, id: string] {
  const [score, id] = numberAndId(after)
  if (!Number.isInteger(score) || Math.abs(score) > mostScore) throw unreadable()
  return [score, id]
}

/** Makes a page of the rows of a query that was asked for one more than the limit. */
export function paged<T>(rows: readonly T[], limit: number, keyOfRow: (row: T) => (string | number)[]): Paged<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, next: more ? Buffer.from(JSON.stringify(keyOfRow(last))).toString('base64url') : null }
}

/** A page of things that are all at hand in their order; it goes on after the one with the id that the cursor holds. */
export function pagedFrom<T extends { id: string }>(all: readonly T[], { limit, after }: Page): Paged<T> {
  const at = after === null ? -1 : all.findIndex(({ id }) => id === after[0])
  if (after !== null && at < 0) throw unreadable()
  return paged(all.slice(at + 1, at + 2 + limit), limit, ({ id }) => [id])
}
