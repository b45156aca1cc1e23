import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow, LabelRulingRow } from '#db/tables.ts'

/** Kept from votes, edits and other rulings until the transaction ends; always in one order. */
export function selectHeld(tx: Db, ids: string[]): Promise<LabelRow[]> {
  return tx.selectFrom('labels').selectAll().where('id', 'in', ids).orderBy('id').$call(held(tx)).execute()
}

export async function insertRuling(tx: Db, row: LabelRulingRow) {
  await tx.insertInto('label_rulings').values(row).execute()
}

/** On a label, and on what was merged into it; the newest first. */
export function selectRulings(db: Db, labelId: string) {
  return db
    .selectFrom('label_rulings as r')
    .innerJoin('members', 'members.id', 'r.member_id')
    .innerJoin('labels', 'labels.id', 'r.label_id')
    .leftJoin('labels as other', 'other.id', 'r.other_id')
    .selectAll('r')
    .select(['members.handle', 'labels.name', 'other.name as other_name'])
    .where((e) => e.or([e('r.label_id', '=', labelId), e('r.other_id', '=', labelId)]))
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
}
