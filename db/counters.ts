import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './open.ts'

/** Numbers that writes keep, so that reading need not count, and the count that proves them. */
export interface Counters {
  /** What they are called where somebody looks after them. */
  name: string
  /** Columns that tell one from another. */
  keys: readonly string[]
  /** Columns that count; where there is no row they are 0. */
  counts: readonly string[]
  /** Queries with just these columns: what is kept, and what the rows say. */
  kept: RawBuilder<unknown>
  counted: RawBuilder<unknown>
  /** Sets one right; `by` is what is lacking. */
  setRight(tx: Db, wrong: Miscounted): Promise<void>
  /** Tables whose writers wait meanwhile, where writes run beside each other. */
  tables: readonly string[]
}

type Columns = Record<string, string | number>

export interface Miscounted {
  key: Columns
  counted: Record<string, number>
  by: Record<string, number>
}

/** The counters that are not what the rows say. */
export async function selectMiscounted(db: Db, { keys, counts, kept, counted }: Counters): Promise<Miscounted[]> {
  const of = (table: string, name: string) => sql.ref(`${table}.${name}`)
  const zeroed = (table: string, name: string) => sql`coalesce(${of(table, name)}, 0)`
  const key = keys.map((name) => sql`coalesce(${of('kept', name)}, ${of('counted', name)}) as ${sql.ref(name)}`)
  const both = counts.flatMap((name) => [
    sql`${zeroed('counted', name)} as ${sql.ref(name)}`,
    sql`${zeroed('counted', name)} - ${zeroed('kept', name)} as ${sql.ref(`by_${name}`)}`,
  ])
  const same = keys.map((name) => sql<SqlBool>`${of('kept', name)} = ${of('counted', name)}`)
  const differ = counts.map((name) => sql<SqlBool>`${zeroed('kept', name)} <> ${zeroed('counted', name)}`)
  const { rows } = await sql<Columns>`select ${sql.join([...key, ...both])}
    from (${kept}) as kept full join (${counted}) as counted on ${sql.join(same, sql` and `)}
    where ${sql.join(differ, sql` or `)}`.execute(db)
  return rows.map((row) => ({
    key: Object.fromEntries(keys.map((name) => [name, row[name] as string])),
    counted: Object.fromEntries(counts.map((name) => [name, row[name] as number])),
    by: Object.fromEntries(counts.map((name) => [name, row[`by_${name}`] as number])),
  }))
}

/** Sets a row of counters to what was counted; without one it is made. */
export const settingRow =
  (table: string) =>
  async (tx: Db, { key, counted }: Miscounted) => {
    const set = Object.entries(counted).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    const columns = Object.entries({ ...key, ...counted })
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
      values (${sql.join(columns.map(([, value]) => sql`${value}`))})
      on conflict (${sql.join(Object.keys(key).map((name) => sql.ref(name)))}) do update set ${sql.join(set)}`.execute(
      tx,
    )
  }

/** Sets columns that count on a row that is there for more than them. */
export const settingColumns =
  (table: string) =>
  async (tx: Db, { key, counted }: Miscounted) => {
    const set = Object.entries(counted).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    const isIt = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    await sql`update ${sql.table(table)} set ${sql.join(set)} where ${sql.join(isIt, sql` and `)}`.execute(tx)
  }
