import type { Db } from '#db/open.ts'
import type { RedactionRow } from '#db/tables.ts'

export async function insertRedaction(tx: Db, row: RedactionRow) {
  await tx.insertInto('redactions').values(row).execute()
}

const most = 100

/** The newest first. */
export function selectRedactions(db: Db, transcriptId: string) {
  return db
    .selectFrom('redactions')
    .innerJoin('members', 'members.id', 'redactions.member_id')
    .select(['redactions.id', 'handle', 'places', 'why', 'at'])
    .where('transcript_id', '=', transcriptId)
    .orderBy('at', 'desc')
    .orderBy('redactions.id', 'desc')
    .limit(most)
    .execute()
}
