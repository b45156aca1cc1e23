import type { Db } from '#db/open.ts'
import type { ActivityRow } from '#db/tables.ts'

export async function insertActivity(tx: Db, rows: readonly ActivityRow[]) {
  await tx.insertInto('activity').values(rows).execute()
}

export async function upsertVersion(tx: Db, kind: string, id: string) {
  await tx
    .insertInto('versions')
    .values({ kind, id, version: 1 })
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet((e) => ({ version: e('versions.version', '+', 1) })))
    .execute()
}

export async function upsertVersions(tx: Db, things: readonly { kind: string; id: string }[]) {
  await tx
    .insertInto('versions')
    .values(things.map(({ kind, id }) => ({ kind, id, version: 1 })))
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet((e) => ({ version: e('versions.version', '+', 1) })))
    .execute()
}

export function selectVersions(db: Db, kind: string, ids: string[]) {
  return db.selectFrom('versions').select(['id', 'version']).where('kind', '=', kind).where('id', 'in', ids).execute()
}
