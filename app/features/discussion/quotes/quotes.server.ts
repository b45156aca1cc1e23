import { contextLength } from '#app/features/transcripts/excerpt.ts'
import { inBatches } from '#app/lib/batches.ts'
import { fold } from '#app/lib/fold.ts'
import { textIn } from '#app/lib/html-text.ts'
import { indexOf, lengthOf, slice } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { QuoteRow } from '#db/tables.ts'
import { type Anchor, anchorQuote, type Taken } from './anchor.ts'
import { flat } from './fuzzy-places.ts'
import type { Quote, QuoteDraft, QuotedWords, Target } from './quote.ts'
import { withQuotedWords } from './quoted-html.ts'
import * as queries from './quotes.queries.server.ts'
import { searchUnderClock } from './search-clock.server.ts'

/** What words may be quoted of: its text as it is read, and as it was typed. */
interface Quotable extends Target {
  text: string
  body: string
  revision: number | null
}

/** Keeps the words that a comment quotes of the first of these in which they stand; if in none, of the first. */
export async function keepQuote(
  tx: Db,
  commentId: string,
  draft: QuoteDraft,
  targets: (Target & { words: string })[],
): Promise<void> {
  const search = searchUnderClock()
  let best: { anchor: Anchor; target: Quotable; taken: Taken } | undefined
  for (const { kind, id, words } of targets) {
    const target = await quotableOf(tx, { kind, id }, words)
    const taken = { ...draft, start: nearOf(target, draft) }
    const anchor = anchorIn(target, taken, search)
    if (!best || rankOf(anchor) > rankOf(best.anchor)) best = { anchor, target, taken }
  }
  if (best) await queries.insertQuote(tx, rowOf(commentId, draft, best.target, best.taken, best.anchor))
}

const ranks = { exact: 3, ambiguous: 2, approximate: 1, orphaned: 0 }
const rankOf = ({ state }: Anchor) => ranks[state]

/** A post or comment as it is now, and as it stays until the transaction ends. */
async function quotableOf(tx: Db, { kind, id }: Target, words: string): Promise<Quotable> {
  if (kind !== 'post' && kind !== 'comment') return { kind, id, text: words, body: words, revision: null }
  const { body, html, revision } = await queries.selectTextToQuote(tx, kind, id)
  return { kind, id, text: textIn(html), body, revision }
}

/** Where the words were taken, in the text as it is read. Selections count there; the API counts in the body, whose marks are not read: there, the same words for the same time. */
function nearOf({ text, body }: Quotable, { exact, prefix, suffix, start }: QuoteDraft): number | null {
  if (start === null || start === undefined) return null
  const [at, bodyAt] = [indexOf(text, start), indexOf(body, start)]
  const fits = text.slice(0, at).endsWith(prefix) && text.startsWith(exact + suffix, at)
  if ((fits && (prefix || suffix)) || !body.startsWith(exact, bodyAt)) return start
  let place = text.indexOf(exact)
  for (let before = body.indexOf(exact); before < bodyAt && place >= 0; before = body.indexOf(exact, before + 1))
    place = text.indexOf(exact, place + 1)
  return place < 0 ? start : lengthOf(text.slice(0, place))
}

/** As `anchorQuote`; words that stand in the body letter for letter, Markdown and all, are exact too. */
function anchorIn({ text, body }: Pick<Quotable, 'text' | 'body'>, taken: Taken, search = searchUnderClock()): Anchor {
  const anchor = anchorQuote(text, taken, search)
  if (anchor.state !== 'approximate' || !stands(body, taken.exact)) return anchor
  const isSame = fold(slice(text, anchor.from, anchor.to)).letters === fold(taken.exact).letters
  return isSame ? { ...anchor, state: 'exact' } : anchor
}

const stands = (text: string, words: string) => flat(text).includes(flat(words))

function rowOf(commentId: string, draft: QuoteDraft, target: Quotable, taken: Taken, anchor: Anchor): QuoteRow {
  const { exact, prefix, suffix, start = null } = draft
  const isThere = stands(target.text, exact) || stands(target.body, exact)
  const said = { exact, prefix, suffix, start, verified: Number(isThere) }
  const whose = { target_kind: target.kind, target_id: target.id, revision: target.revision }
  return { comment_id: commentId, ...whose, ...said, ...stoodAround(target.text, taken, anchor), ...placeOf(anchor) }
}

/** What stood around the words where they were found; where they were not, what was said to stand there. */
function stoodAround(text: string, { prefix, suffix, start }: Taken, anchor: Anchor) {
  if (anchor.state !== 'exact') return { before_words: prefix, after_words: suffix, near: start }
  const { from, to } = anchor
  const before_words = slice(text, Math.max(0, from - contextLength), from)
  return { before_words, after_words: slice(text, to, to + contextLength), near: from }
}

function placeOf(anchor: Anchor) {
  const [from, to] = 'from' in anchor ? [anchor.from, anchor.to] : [null, null]
  return { state: anchor.state, from_offset: from, to_offset: to }
}

/** Finds again what is quoted of a post or comment that was edited; call it in the transaction that edits. */
export async function reanchorQuotes(tx: Db, target: Target, edited: { body: string; html: string }): Promise<void> {
  const quotes = await queries.selectQuotesOn(tx, target)
  if (quotes.length === 0) return
  const now = { body: edited.body, text: textIn(edited.html) }
  const search = searchUnderClock()
  for (const { comment_id, exact, before_words: prefix, after_words: suffix, near: start, ...was } of quotes) {
    const place = placeOf(anchorIn(now, { exact, prefix, suffix, start }, search))
    const isSame = place.state === was.state && place.from_offset === was.from_offset
    if (!isSame || place.to_offset !== was.to_offset) await queries.updateAnchor(tx, comment_id, place)
  }
}

/** The quotes above these comments, by comment. */
export async function quotesOf(db: Db, commentIds: readonly string[]): Promise<Map<string, Quote>> {
  const rows = await inBatches(commentIds, (batch) => queries.selectQuotesOf(db, batch))
  return new Map(rows.map((row) => [row.comment_id, quoteOf(row)]))
}

function quoteOf(row: queries.NamedQuoteRow): Quote {
  const { exact, prefix, suffix, start, revision } = row
  const isTargetDeleted = row.target_deleted_at !== null
  return {
    ...{ exact, prefix, suffix, start, revision, isTargetDeleted },
    isVerified: row.verified === 1,
    target: { kind: row.target_kind, id: row.target_id },
    anchored: isTargetDeleted ? 'orphaned' : row.state,
  }
}

/** Which words of these posts or comments are quoted, by their id, in the order of the text. */
export async function quotedWordsOf(
  db: Db,
  kind: 'post' | 'comment',
  ids: readonly string[],
): Promise<Map<string, QuotedWords[]>> {
  const found = new Map<string, QuotedWords[]>()
  for (const row of await inBatches(ids, (batch) => queries.selectQuotedWords(db, kind, batch))) {
    const words = { commentId: row.comment_id, from: row.from_offset as number, to: row.to_offset as number }
    found.set(row.target_id, [...(found.get(row.target_id) ?? []), words])
  }
  return found
}

/** Posts or comments, with the words of them that comments quote underlined. */
export async function withQuotesIn<T extends { id: string; html: string }>(
  db: Db,
  kind: 'post' | 'comment',
  written: T[],
): Promise<T[]> {
  const quoted = await quotedWordsOf(
    db,
    kind,
    written.map(({ id }) => id),
  )
  return written.map((one) => ({ ...one, html: withQuotedWords(one.html, quoted.get(one.id) ?? []) }))
}
