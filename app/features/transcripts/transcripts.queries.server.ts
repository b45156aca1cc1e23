import { isInserted } from '#db/inserted.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { TranscriptRow, TurnRow } from '#db/tables.ts'

const rowsAtOnce = 200

/** Inserts unless a transcript with this hash is there; says whether it did. */
export async function insertTranscript(tx: Db, row: TranscriptRow): Promise<boolean> {
  const result = await tx
    .insertInto('transcripts')
    .values(row)
    .onConflict((c) => c.column('hash').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function insertTurns(tx: Db, rows: TurnRow[]) {
  for (let i = 0; i < rows.length; i += rowsAtOnce) {
    await tx
      .insertInto('turns')
      .values(rows.slice(i, i + rowsAtOnce))
      .execute()
  }
}

export type FoundTranscriptRow = TranscriptRow & { handle: string }

export function selectTranscript(db: Db, id: string): Promise<FoundTranscriptRow | undefined> {
  return selectTranscriptRows(db).where('transcripts.id', '=', id).executeTakeFirst()
}

export function selectTranscriptsByIds(db: Db, ids: string[]): Promise<FoundTranscriptRow[]> {
  return selectTranscriptRows(db).where('transcripts.id', 'in', ids).execute()
}

export function selectTranscriptByHash(db: Db, hash: string): Promise<FoundTranscriptRow | undefined> {
  return selectTranscriptRows(db).where('transcripts.hash', '=', hash).executeTakeFirst()
}

/** Newest first, one more than the limit. */
export function selectTranscripts(
  db: Db,
  limit: number,
  after: [time: number, id: string] | null,
  collectionId?: string,
): Promise<FoundTranscriptRow[]> {
  let query = selectTranscriptRows(db)
    .orderBy('transcripts.created_at', 'desc')
    .orderBy('transcripts.id', 'desc')
    .limit(limit + 1)
  if (collectionId !== undefined) {
    const inside = db
      .selectFrom('collection_transcripts')
      .select('transcript_id')
      .where('collection_id', '=', collectionId)
    query = query.where('transcripts.id', 'in', inside)
  }
  if (after) query = query.where(isListedAfter('transcripts', after))
  return query.execute()
}

export function selectTranscriptRows(db: Db) {
  return db
    .selectFrom('transcripts')
    .innerJoin('members', 'members.id', 'transcripts.member_id')
    .selectAll('transcripts')
    .select('members.handle')
}

/** Turns in order: all, or those from `from` up to `to`, exclusive. */
export function selectTurns(db: Db, transcriptId: string, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<TurnRow[]> {
  return db
    .selectFrom('turns')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('position', '>=', from)
    .where('position', '<', Math.min(to, 2_000_000_000))
    .orderBy('position')
    .execute()
}

export async function selectTurnLengths(db: Db, transcriptId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('turns')
    .select((e) => e.cast<number>(e.fn('length', ['text']), 'integer').as('length'))
    .where('transcript_id', '=', transcriptId)
    .orderBy('position')
    .execute()
  return rows.map(({ length }) => length)
}
