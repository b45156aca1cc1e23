import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { TurnRow } from '#db/tables.ts'

/** The role of every turn and its length in code points, in order. */
export async function selectTurnSizes(db: Db, transcriptId: string) {
  return db
    .selectFrom('turns')
    .select((e) => ['position', 'role', e.cast<number>(e.fn('length', ['text']), 'integer').as('length')])
    .where('transcript_id', '=', transcriptId)
    .orderBy('position')
    .execute()
}

export function selectTurnsAt(db: Db, transcriptId: string, positions: number[]): Promise<TurnRow[]> {
  return db
    .selectFrom('turns')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('position', 'in', positions)
    .orderBy('position')
    .execute()
}

/** Where the excerpts of a transcript stand, in the order of the text, with how they begin; not the one of everything. */
export function selectMarkPlaces(db: Db, transcriptId: string) {
  return db
    .selectFrom('excerpts')
    .select(['id', 'start_turn', 'start_offset', 'end_turn', sql<string>`substr(exact, 1, 200)`.as('words')])
    .where('transcript_id', '=', transcriptId)
    .where('whole', '=', 0)
    .orderBy('start_turn')
    .orderBy('start_offset')
    .orderBy('end_turn')
    .orderBy('end_offset')
    .execute()
}
