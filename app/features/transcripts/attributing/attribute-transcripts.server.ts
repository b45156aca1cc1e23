import type { Db } from '#db/open.ts'
import { updateBringer } from './attribute-transcripts.queries.server.ts'

/** What one member brought, marked and collected is another's. */
export async function attributeTranscripts(tx: Db, fromId: string, toId: string) {
  await updateBringer(tx, fromId, toId)
}
