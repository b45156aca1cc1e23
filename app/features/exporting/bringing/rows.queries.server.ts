import { sql } from 'kysely'
import { upsertRows } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import type { Row } from './row-of.ts'

export interface Insert {
  table: string
  row: Row
}

/** Of values in a statement: SQLite takes 32,766. */
const mostValues = 30_000

/** Puts rows in, table by table in the order in which they came; what is there stays. */
export async function insertAll(tx: Db, inserts: readonly Insert[]) {
  for (const [table, some] of Map.groupBy(inserts, (insert) => insert.table)) {
    const rows = some.map(({ row }) => row)
    const atOnce = Math.max(1, Math.floor(mostValues / Object.keys(rows[0] ?? {}).length))
    for (let from = 0; from < rows.length; from += atOnce) await insertSome(tx, table, rows.slice(from, from + atOnce))
  }
}

async function insertSome(tx: Db, table: string, rows: readonly Row[]) {
  // The kinds that come with the schema may have been renamed.
  if (table === 'relation_kinds') return upsertRows(tx, table, ['id'], rows as never)
  const columns = Object.keys(rows[0] as Row)
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)} on conflict do nothing`.execute(tx)
}

export interface Update {
  table: string
  key: Row
  set: Row
}

export async function updateAll(tx: Db, updates: readonly Update[]) {
  for (const { table, key, set } of updates) {
    const sets = Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    const isIt = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${sql.join(isIt, sql` and `)}`.execute(tx)
  }
}

const contents = ['posts', 'comments', 'claims', 'transcripts', 'labels', 'concepts', 'collections'] as const

/** Whether anything was written here. */
export async function selectIsEmpty(db: Db): Promise<boolean> {
  for (const table of contents) if (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) return false
  return true
}

/** Those of the members of these ids that are not there: somebody else has their handle. */
export async function selectMissing(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('members').select('id').where('id', 'in', ids).execute()
  const there = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}

export function selectSiteImport(db: Db, id: string) {
  return db.selectFrom('site_imports').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function upsertSteps(tx: Db, id: string, steps: string, begun_at: number) {
  await tx
    .insertInto('site_imports')
    .values({ id, steps, begun_at, finished_at: null })
    .onConflict((c) => c.column('id').doUpdateSet({ steps }))
    .execute()
}

export async function updateFinished(tx: Db, id: string, finished_at: number) {
  await tx.updateTable('site_imports').set({ finished_at }).where('id', '=', id).execute()
}
