import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import { stateOf } from '../labelling.ts'
import { noteShown } from '../showings/showings.server.ts'
import * as queries from './disputes.queries.server.ts'
import { isDisputed } from './disputes.ts'

/** Ids of the excerpts of a transcript over whose labels members differ, which is shown to the reader. */
export async function disputedIn(db: Db, transcriptId: string, reader: Member | null): Promise<string[]> {
  const split = await queries.selectSplit(db, transcriptId)
  const disputed = split.filter((row) => {
    const counts = { ...row, placingAgree: row.placing_agree, placingDisagree: row.placing_disagree }
    return isDisputed({ ...row, state: stateOf(counts) })
  })
  const ids = [...new Set(disputed.map((row) => row.excerpt_id))]
  if (reader) await noteShown(db, reader, ids)
  return ids
}
