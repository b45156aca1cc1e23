import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { lengthOf } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ExcerptRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  between,
  checkOffsets,
  checkTurns,
  contextOf,
  type Excerpt,
  ExcerptDraft,
  QuoteDraft,
  type Span,
  SpanDraft,
  type TextOf,
  wholeSpan,
  wordsOf,
} from './excerpt.ts'
import * as queries from './excerpts.queries.server.ts'
import { findQuote } from './quotes/find-quote.ts'
import type { TranscriptFacts } from './transcript.ts'
import { findTranscriptFacts, turnsOf } from './transcripts.server.ts'

interface Marked {
  excerpt: Excerpt
  isNew: boolean
}

/** Marks words by where they stand or by quoting them, whichever is given; when both are, the words must stand there. */
export async function markExcerpt(db: Db, member: Member, transcriptId: string, draft: ExcerptDraft): Promise<Marked> {
  await findTranscriptFacts(db, transcriptId)
  const { start, end, exact, ...said } = parse(ExcerptDraft, draft)
  if (start && end) return excerptAt(db, member, transcriptId, { start, end }, exact)
  return excerptOfQuote(db, member, transcriptId, { exact: exact as string, ...said })
}

/** Marks the words from start up to end. One row a span: the same again gives the one that is there, also when two mark at once. */
export async function excerptAt(
  db: Db,
  member: Member,
  transcriptId: string,
  draft: Span,
  exact?: string,
): Promise<Marked> {
  const transcript = await findTranscriptFacts(db, transcriptId)
  const span = parse(SpanDraft, draft)
  checkTurns(span, transcript.turnCount)
  const first = Math.min(span.start.turn, span.end.turn)
  const last = Math.max(span.start.turn, span.end.turn)
  const turns = await turnsOf(db, transcriptId, first, last + 1)
  const textOf = (turn: number) => turns[turn - first]?.text ?? ''
  checkOffsets(span, textOf)
  if (exact !== undefined && wordsOf(span, textOf) !== exact)
    throw invalid({ exact: 'Other words stand from this start to this end.' })
  return keep(db, member, transcript, span, textOf)
}

/** The words of a span that somebody is about to mark; nothing when it lies outside the transcript. */
export async function wordsAt(db: Db, transcriptId: string, { start, end }: Span): Promise<string | undefined> {
  const turns = await turnsOf(db, transcriptId, start.turn, end.turn + 1)
  if (turns.length !== end.turn - start.turn + 1) return undefined
  return wordsOf({ start, end }, (turn) => turns[turn - start.turn]?.text ?? '') || undefined
}

/** Marks quoted words where they stand. Refuses what stands nowhere; of several places none is guessed: a conflict names them. */
export async function excerptOfQuote(db: Db, member: Member, transcriptId: string, draft: QuoteDraft): Promise<Marked> {
  const transcript = await findTranscriptFacts(db, transcriptId)
  const { exact, prefix, suffix, turn } = parse(QuoteDraft, draft)
  if (turn != null && (turn < 0 || turn >= transcript.turnCount))
    throw invalid({ turn: `There is no turn ${turn}; they go from 0 to ${transcript.turnCount - 1}.` })
  const texts = (await turnsOf(db, transcriptId)).map(({ text }) => text)
  const textOf = (index: number) => texts[index] as string
  const found = findQuote(texts, { exact, prefix: prefix ?? '', suffix: suffix ?? '', turn: turn ?? undefined })
  if (found.kind === 'missing')
    throw invalid({ exact: `These words do not stand in ${turn == null ? 'this transcript' : `turn ${turn}`}.` })
  if (found.kind === 'ambiguous') throw ambiguous(found.spans, found.isMore, textOf)
  return keep(db, member, transcript, found.span, textOf)
}

const mostCandidates = 50

function ambiguous(spans: Span[], isMore: boolean, textOf: TextOf) {
  const candidates = spans.slice(0, mostCandidates).map((span) => ({
    ...span.start,
    end: span.end,
    exact: wordsOf(span, textOf),
    ...contextOf(span, textOf),
  }))
  const places = `${isMore ? 'more than ' : ''}${spans.length.toLocaleString('en')} places`
  const shown = spans.length > mostCandidates ? `; the first ${mostCandidates} are named` : ''
  return conflict(`These words stand in ${places}${shown}. Say which, by turn or by what stands before and after.`, {
    candidates,
  })
}

/** The excerpt that spans all of a transcript. Its words are not stored a second time. */
export async function wholeExcerpt(db: Db, member: Member, transcriptId: string): Promise<Marked> {
  const transcript = await findTranscriptFacts(db, transcriptId)
  const texts = (await turnsOf(db, transcriptId)).map(({ text }) => text)
  return keep(db, member, transcript, wholeSpan(texts), (turn) => texts[turn] as string)
}

async function keep(db: Db, member: Member, transcript: TranscriptFacts, span: Span, textOf: TextOf): Promise<Marked> {
  const words = wordsOf(span, textOf)
  const row = rowOf(member, transcript, span, words, textOf)
  return inTransaction(db, async (tx) => {
    const isNew = await queries.insertExcerpt(tx, row)
    if (isNew) {
      await queries.updateExcerptCount(tx, transcript.id)
      await refuseIfMasked(tx, span, row)
      await record(tx, member, 'excerpt.marked', { kind: 'excerpt', id: row.id })
      await touch(tx, { kind: 'transcript', id: transcript.id })
    }
    const kept = (await queries.selectExcerptAt(tx, row)) as queries.FoundExcerptRow
    return { excerpt: { ...excerptOf(kept), exact: words }, isNew }
  })
}

/** Looks again once the transcript is locked: words that were masked since they were read are not kept. */
async function refuseIfMasked(tx: Db, span: Span, row: ExcerptRow) {
  if (row.whole) return
  const { start, end } = span
  const turns = await turnsOf(tx, row.transcript_id, start.turn, end.turn + 1)
  const textOf = (turn: number) => turns[turn - start.turn]?.text ?? ''
  const { prefix, suffix } = contextOf(span, textOf)
  if (wordsOf(span, textOf) !== row.exact || prefix !== row.prefix || suffix !== row.suffix)
    throw conflict('Words here were masked meanwhile: look at them again.')
}

function rowOf(member: Member, transcript: TranscriptFacts, span: Span, words: string, textOf: TextOf): ExcerptRow {
  const { start, end } = span
  const last = transcript.turnCount - 1
  const isWhole = start.turn === 0 && start.offset === 0 && end.turn === last && end.offset === lengthOf(textOf(last))
  return {
    id: newId(),
    transcript_id: transcript.id,
    start_turn: start.turn,
    start_offset: start.offset,
    end_turn: end.turn,
    end_offset: end.offset,
    whole: Number(isWhole),
    exact: isWhole ? '' : words,
    ...contextOf(span, textOf),
    member_id: member.id,
    created_at: now(),
  }
}

/** With its words, also when it is all of a transcript. */
export async function findExcerpt(db: Db, id: string): Promise<Excerpt> {
  const excerpt = await findExcerptFacts(db, id)
  if (!excerpt.whole) return excerpt
  const turns = await turnsOf(db, excerpt.transcriptId)
  return { ...excerpt, exact: turns.map(({ text }) => text).join(between) }
}

/** As lists have it: one that is all of a transcript comes without its words, which may be many. */
export async function findExcerptFacts(db: Db, id: string): Promise<Excerpt> {
  const excerpt = (await excerptsByIds(db, [id])).get(id)
  if (!excerpt) throw notFound('excerpt')
  return excerpt
}

/** In the order of the text: all, or those that touch the turns from `from` up to `to`, exclusive. Of long ones only the first 1,000 characters come: many may lie over the same megabyte. The whole one comes without its words. */
export async function excerptsOf(db: Db, transcriptId: string, part?: { from: number; to: number }) {
  return (await queries.selectExcerptsOf(db, transcriptId, part)).map(excerptOf)
}

/** Those that are there, by id; whole ones without their words. */
export async function excerptsByIds(db: Db, ids: string[]): Promise<Map<string, Excerpt>> {
  const rows = await inBatches([...new Set(ids)], (batch) => queries.selectExcerpts(db, batch))
  return new Map(rows.map((row) => [row.id, excerptOf(row)]))
}

function excerptOf(row: queries.FoundExcerptRow): Excerpt {
  return {
    id: row.id,
    transcriptId: row.transcript_id,
    transcriptTitle: row.title,
    model: row.model,
    condition: row.condition,
    start: { turn: row.start_turn, offset: row.start_offset },
    end: { turn: row.end_turn, offset: row.end_offset },
    whole: row.whole === 1,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    createdAt: row.created_at,
  }
}
