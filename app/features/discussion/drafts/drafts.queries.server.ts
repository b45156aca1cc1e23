import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { DraftRow } from '#db/tables.ts'

/** Inserts unless there is a draft at the place; says whether it did. */
export async function insertDraft(tx: Db, row: DraftRow): Promise<boolean> {
  const result = await tx
    .insertInto('drafts')
    .values(row)
    .onConflict((c) => c.columns(['member_id', 'place', 'copy']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function upsertCopy(tx: Db, row: DraftRow) {
  const { fields, words, saved_at } = row
  await tx
    .insertInto('drafts')
    .values(row)
    .onConflict((c) => c.columns(['member_id', 'place', 'copy']).doUpdateSet({ fields, words, saved_at }))
    .execute()
}

export function selectDraftToChange(tx: Db, memberId: string, place: string) {
  return tx
    .selectFrom('drafts')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('place', '=', place)
    .where('copy', '=', '')
    .$call(held(tx))
    .executeTakeFirst()
}

export async function updateDraft(tx: Db, id: string, set: Partial<DraftRow>) {
  await tx.updateTable('drafts').set(set).where('id', '=', id).execute()
}

/** The draft at a place and what was set aside there, the draft first. */
export function selectDraftsAt(db: Db, memberId: string, place: string) {
  return draftsAt(db, { memberId, place })
}

const draftsAt = prepared((db, { memberId, place }: { memberId: string; place: string }) =>
  db.selectFrom('drafts').selectAll().where('member_id', '=', memberId).where('place', '=', place).orderBy('copy'),
)

export function selectDraftLines(db: Db, memberId: string) {
  return db
    .selectFrom('drafts')
    .select(['id', 'place', 'copy', 'revision', 'words', 'saved_at'])
    .where('member_id', '=', memberId)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function selectDraftCount(tx: Db, memberId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('drafts')
    .select((e) => e.fn.countAll<number | string>().as('n'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function deleteDraft(tx: Db, id: string) {
  await tx.deleteFrom('drafts').where('id', '=', id).execute()
}

export async function deleteDraftById(tx: Db, memberId: string, id: string) {
  await tx.deleteFrom('drafts').where('member_id', '=', memberId).where('id', '=', id).execute()
}

export async function deleteDraftsAt(tx: Db, memberId: string, place: string) {
  await tx.deleteFrom('drafts').where('member_id', '=', memberId).where('place', '=', place).execute()
}

export async function deleteCopy(tx: Db, memberId: string, place: string, copy: string) {
  await tx
    .deleteFrom('drafts')
    .where('member_id', '=', memberId)
    .where('place', '=', place)
    .where('copy', '=', copy)
    .execute()
}
