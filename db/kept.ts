import { sql } from 'kysely'
import { type Db, engineOf } from './open.ts'
import type { Tables } from './tables.ts'

/** Rows that refer to a member, as the room that writes them says of them. */
export interface Kept {
  table: keyof Tables
  /** Which names the member. */
  column: string
  /** With what a member's rows are told apart; `id` where it is not said. */
  key?: readonly string[]
  /** When the account is removed: the rows are deleted; taken back by the room's own verb; or stay, as by somebody removed. */
  removed: 'goes' | 'taken back' | 'stays'
  /** What a member's own data calls the rows, or why they are left out there. */
  given: string | { leftOut: string }
  /** Columns that are nobody's to read, or follow from others. */
  without?: readonly string[]
}

/** Deletes so many of a member's rows; answers how many there were. */
export async function deleteKept(tx: Db, { table, column }: Kept, memberId: string, most: number): Promise<number> {
  const row = sql.raw(engineOf(tx) === 'sqlite' ? 'rowid' : 'ctid')
  const some = sql`select ${row} from ${sql.table(table)} where ${sql.ref(column)} = ${memberId} limit ${most}`
  const of = engineOf(tx) === 'sqlite' ? sql`${row} in (${some})` : sql`${row} = any(array(${some}))`
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${of}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type KeptRow = Record<string, unknown>

/** A member's rows in the order of their key, so many after the one that is named. */
export async function selectKept(db: Db, kept: Kept, memberId: string, most: number, after?: KeptRow) {
  const keys = kept.key ?? ['id']
  const key = sql`(${sql.join(keys.map((name) => sql.ref(name)))})`
  const later = after ? sql`and ${key} > (${sql.join(keys.map((name) => sql`${after[name]}`))})` : sql``
  const order = sql.join(keys.map((name) => sql.ref(name)))
  const { rows } = await sql<KeptRow>`select * from ${sql.table(kept.table)}
    where ${sql.ref(kept.column)} = ${memberId} ${later} order by ${order} limit ${most}`.execute(db)
  return rows
}

/** Whether there is any row that refers to a member. */
export async function selectIsKept(db: Db, { table, column }: Kept, memberId: string): Promise<boolean> {
  const found = sql`select 1 as one from ${sql.table(table)} where ${sql.ref(column)} = ${memberId} limit 1`
  return (await found.execute(db)).rows.length > 0
}
