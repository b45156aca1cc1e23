import type { Db } from '#db/open.ts'
import { stateOf } from '../labelling.ts'
import * as queries from './disputes.queries.server.ts'
import { isDisputed } from './disputes.ts'

/** Ids of the excerpts of a transcript over whose labels members differ. */
export async function disputedIn(db: Db, transcriptId: string): Promise<string[]> {
  const split = await queries.selectSplit(db, transcriptId)
  const disputed = split.filter((row) => {
    const counts = { ...row, placingAgree: row.placing_agree, placingDisagree: row.placing_disagree }
    return isDisputed({ ...row, state: stateOf(counts) })
  })
  return [...new Set(disputed.map((row) => row.excerpt_id))]
}
