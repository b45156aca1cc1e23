import type { TurnRole } from '#app/features/transcripts/transcript.ts'
import { turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import { type Asked, turnsAsked } from '../question.ts'
import * as queries from './answers.queries.server.ts'

export interface Questions {
  transcripts: number
  /** Those that are open, in the collection's order; `onSkipped` is told of each that has an answer. */
  open(onSkipped: () => void): AsyncGenerator<Asked>
}

/** What there is to ask about a collection. `isAgain`: also what had an answer that could not be read. */
export async function questionsOf(
  db: Db,
  collectionId: string,
  { role, classifierId, isAgain }: { role: TurnRole | null; classifierId: string | undefined; isAgain: boolean },
): Promise<Questions> {
  const ids = await queries.selectTranscriptIds(db, collectionId)
  const rows = classifierId === undefined ? [] : await queries.selectAnswered(db, classifierId, collectionId)
  const kept = rows.filter(({ fits }) => fits !== null || !isAgain)
  const answered = new Set(kept.map((row) => `${row.transcript_id} ${row.turn}`))
  async function* open(onSkipped: () => void) {
    for (const transcriptId of ids) {
      const turns = await turnsOf(db, transcriptId)
      for (const turn of turnsAsked(turns, role)) {
        if (answered.has(`${transcriptId} ${turn}`)) onSkipped()
        else yield { transcriptId, turn, turns }
      }
    }
  }
  return { transcripts: ids.length, open }
}
