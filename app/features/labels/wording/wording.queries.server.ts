import { sql } from 'kysely'
import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow, LabelVersionRow } from '#db/tables.ts'

/** Kept from votes and other edits until the transaction ends. */
export function selectHeldLabel(tx: Db, id: string): Promise<LabelRow | undefined> {
  return tx.selectFrom('labels').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

type Words = Pick<LabelRow, 'definition' | 'examples' | 'counter_examples' | 'version' | 'meaning'>

export async function updateWords(tx: Db, id: string, words: Words) {
  await tx.updateTable('labels').set(words).where('id', '=', id).execute()
}

export async function insertVersion(tx: Db, row: LabelVersionRow) {
  await tx.insertInto('label_versions').values(row).execute()
}

/** Sets the votes on a label apart: its words mean something else now. */
export async function updateCountsToEarlier(tx: Db, labelId: string) {
  await tx
    .updateTable('labellings')
    .set({
      earlier_agree: sql`earlier_agree + agree`,
      earlier_disagree: sql`earlier_disagree + disagree`,
      earlier_unsure: sql`earlier_unsure + unsure`,
      ...{ agree: 0, disagree: 0, unsure: 0, placing_agree: 0, placing_disagree: 0 },
    })
    .where('label_id', '=', labelId)
    .where(sql`agree + disagree + unsure`, '>', 0)
    .execute()
}

/** The newest first, with who wrote each. */
export function selectVersions(db: Db, labelId: string) {
  return db
    .selectFrom('label_versions')
    .innerJoin('members', 'members.id', 'label_versions.member_id')
    .selectAll('label_versions')
    .select('members.handle')
    .where('label_id', '=', labelId)
    .orderBy('version', 'desc')
    .execute()
}
