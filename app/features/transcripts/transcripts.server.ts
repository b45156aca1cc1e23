import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { notFound, tooLarge } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { TurnRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { keepScores } from './scores/scores.server.ts'
import {
  mostBytes,
  partsOf,
  type Transcript,
  TranscriptDraft,
  type TranscriptFacts,
  type Turn,
  titleFrom,
} from './transcript.ts'
import * as queries from './transcripts.queries.server.ts'

/** Keeps a transcript. The same roles, speakers and texts again give the one that is there, also when two come at once. */
export async function addTranscript(db: Db, member: Member, draft: TranscriptDraft) {
  checkSize(draft)
  const { turns, title, scores, ...facts } = parse(TranscriptDraft, draft)
  const hash = transcriptHash(turns)
  const row = {
    id: newId(),
    hash,
    ...facts,
    title: title || titleFrom(turns),
    scores: JSON.stringify(scores),
    turn_count: turns.length,
    excerpt_count: 0,
    member_id: member.id,
    created_at: now(),
  }
  return inTransaction(db, async (tx) => {
    if (!(await queries.insertTranscript(tx, row)))
      return { transcript: await transcriptOfHash(tx, hash), isNew: false }
    await queries.insertTurns(tx, turns.map(rowOf(row.id)))
    await keepScores(tx, row.id, scores)
    await record(tx, member, 'transcript.added', { kind: 'transcript', id: row.id })
    return { transcript: { ...factsOf({ ...row, handle: member.handle }), turns }, isNew: true }
  })
}

function checkSize({ turns }: TranscriptDraft) {
  const bytes = turns.reduce((sum, { text }) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0)
  if (bytes > mostBytes) throw tooLarge(`The text of a transcript may have at most ${mostBytes / 1_000_000} MB.`)
}

/** What a transcript is known by: SHA-256 of each turn's role, speaker and text, as JSON. */
export function transcriptHash(turns: Turn[]): string {
  const said = turns.map(({ role, speaker, text }) => [role, speaker || null, text])
  return sha256(JSON.stringify(said))
}

async function transcriptOfHash(tx: Db, hash: string): Promise<Transcript> {
  const row = (await queries.selectTranscriptByHash(tx, hash)) as queries.FoundTranscriptRow
  return { ...factsOf(row), turns: await turnsOf(tx, row.id) }
}

export async function findTranscript(db: Db, id: string): Promise<Transcript> {
  return { ...(await findTranscriptFacts(db, id)), turns: await turnsOf(db, id) }
}

export async function findTranscriptFacts(db: Db, id: string): Promise<TranscriptFacts> {
  const row = await queries.selectTranscript(db, id)
  if (!row) throw notFound('transcript')
  return factsOf(row)
}

/** By id; an id of nothing gives nothing. */
export async function transcriptsByIds(db: Db, ids: string[]): Promise<Map<string, TranscriptFacts>> {
  const rows = ids.length === 0 ? [] : await queries.selectTranscriptsByIds(db, ids)
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

/** The turns from `from` up to `to`, exclusive; all when not said. */
export async function turnsOf(db: Db, transcriptId: string, from?: number, to?: number): Promise<Turn[]> {
  return (await queries.selectTurns(db, transcriptId, from, to)).map(turnOf)
}

/** A transcript with only the part of its turns that holds turn `at`. `parts` are the turns that parts begin with. */
export async function findTranscriptPart(db: Db, id: string, at: number) {
  const facts = await findTranscriptFacts(db, id)
  const parts = partsOf(await queries.selectTurnLengths(db, id))
  const from = parts.findLast((start) => start <= at) ?? 0
  const to = parts.find((start) => start > from) ?? facts.turnCount
  return { ...facts, turns: await turnsOf(db, id, from, to), from, to, parts }
}

/** Newest first; those in one collection when it is named. */
export async function newestTranscripts(
  db: Db,
  page: Page,
  { collectionId }: { collectionId?: string } = {},
): Promise<Paged<TranscriptFacts>> {
  const rows = await queries.selectTranscripts(db, page.limit, page.after && timeAndId(page.after), collectionId)
  return paged(rows.map(factsOf), page.limit, ({ createdAt, id }) => [createdAt, id])
}

const rowOf =
  (transcriptId: string) =>
  (turn: Turn, position: number): TurnRow => ({
    transcript_id: transcriptId,
    position,
    role: turn.role,
    speaker: turn.speaker,
    text: turn.text,
  })

const turnOf = ({ role, speaker, text }: TurnRow): Turn => ({ role, speaker, text })

export function factsOf(row: queries.FoundTranscriptRow): TranscriptFacts {
  const { id, title, model, condition, source, licence, completeness } = row
  return {
    ...{ id, title, model, condition, source, licence, completeness },
    scores: JSON.parse(row.scores),
    turnCount: row.turn_count,
    excerptCount: row.excerpt_count,
    addedBy: row.handle,
    createdAt: row.created_at,
  }
}
