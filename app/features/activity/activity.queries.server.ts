import { sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'
import { prepared, preparedWrite } from '#db/prepared.ts'
import type { ActivityRow } from '#db/tables.ts'

/** Notes a deed unless its member was removed meanwhile, and keeps them from being removed before the transaction ends; says whether it did. */
export async function insertDeed(tx: Db, row: ActivityRow & { member_id: string }): Promise<boolean> {
  return (await insertOfMember(tx, row)) > 0
}

const insertOfMember = preparedWrite((tx: Db, row: ActivityRow & { member_id: string }) => {
  const { id, verb, subject_kind, subject_id, at } = row
  const given = [sql.val(id).as('id'), sql.val(verb).as('verb')] as const
  const about = [sql.val(subject_kind).as('subject_kind'), sql.val(subject_id).as('subject_id')] as const
  return tx
    .insertInto('activity')
    .columns(['id', 'verb', 'subject_kind', 'subject_id', 'at', 'member_id'])
    .expression((e) => {
      const doer = e.selectFrom('members').select([...given, ...about])
      const of = doer.select([sql<number>`cast(${at} as bigint)`.as('at'), 'members.id as member_id'])
      const here = of.where('members.id', '=', row.member_id).where('removed_at', 'is', null)
      return engineOf(tx) === 'postgres' ? here.forKeyShare() : here
    })
})

export async function insertActivity(tx: Db, rows: readonly ActivityRow[]) {
  await tx.insertInto('activity').values(rows).execute()
}

export const upsertVersion = preparedWrite((tx: Db, kind: string, id: string) =>
  tx
    .insertInto('versions')
    .values({ kind, id, version: 1 })
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet((e) => ({ version: e('versions.version', '+', 1) }))),
)

export async function upsertVersions(tx: Db, things: readonly { kind: string; id: string }[]) {
  await tx
    .insertInto('versions')
    .values(things.map(({ kind, id }) => ({ kind, id, version: 1 })))
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet((e) => ({ version: e('versions.version', '+', 1) })))
    .execute()
}

export const selectVersions = prepared((db: Db, kind: string, ids: string[]) =>
  db.selectFrom('versions').select(['id', 'version']).where('kind', '=', kind).where('id', 'in', ids),
)
