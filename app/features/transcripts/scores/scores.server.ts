import type { Db } from '#db/open.ts'
import type { Score } from '../transcript.ts'
import { scoreRowsOf } from './score.ts'
import * as queries from './scores.queries.server.ts'

/** Keeps a transcript's scores where they can be counted, in place of those that it had. */
export async function keepScores(tx: Db, transcriptId: string, scores: Record<string, Score>) {
  await queries.deleteScores(tx, transcriptId)
  const rows = scoreRowsOf(scores).map((row) => ({ transcript_id: transcriptId, ...row }))
  if (rows.length > 0) await queries.insertScores(tx, rows)
}
