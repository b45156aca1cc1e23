import type { Db } from '#db/open.ts'
import type { RedactionCopyRow, RedactionRow } from '#db/tables.ts'

export async function insertRedaction(tx: Db, row: RedactionRow) {
  await tx.insertInto('redactions').values(row).execute()
}

export async function insertCopies(tx: Db, rows: RedactionCopyRow[]) {
  await tx.insertInto('redaction_copies').values(rows).execute()
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

/** What held the words of these redactions; of people, their handle beside the id. */
export function selectCopies(db: Db, redactionIds: string[]) {
  return db
    .selectFrom('redaction_copies')
    .leftJoin('members', (j) => j.on('kind', '=', 'member').onRef('members.id', '=', 'redaction_copies.id'))
    .select(['redaction_id', 'kind', 'redaction_copies.id', 'handle'])
    .where('redaction_id', 'in', redactionIds)
    .orderBy('kind')
    .orderBy('redaction_copies.id')
    .execute()
}
