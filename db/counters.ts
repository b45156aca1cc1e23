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
  /** Sets some right, at most `mostAtOnce`; `by` is what is lacking. */
  setRight(tx: Db, wrong: readonly Miscounted[]): Promise<void>
  /** Tables whose writers wait meanwhile, where writes run beside each other. */
  tables: readonly string[]
}

type Columns = Record<string, string | number>

export interface Miscounted {
  key: Columns
  counted: Record<string, number>
  by: Record<string, number>
}

/** The counters that are not what the rows say. Both are laid on one heap by their keys, since to join two sides without an index takes time that grows with their square. */
export async function selectMiscounted(db: Db, { keys, counts, kept, counted }: Counters): Promise<Miscounted[]> {
  const named = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
  const side = (rows: RawBuilder<unknown>, isCounted: boolean) =>
    sql`select ${named(keys)}, ${sql.join(
      counts.flatMap((name) => [
        sql`${isCounted ? sql.ref(name) : sql.lit(0)} as ${sql.ref(`counted_${name}`)}`,
        sql`${isCounted ? sql.lit(0) : sql.ref(name)} as ${sql.ref(`kept_${name}`)}`,
      ]),
    )} from (${rows}) as one_side`
  const sum = (name: string) => sql`sum(${sql.ref(name)})`
  const sums = counts.flatMap((name) => [
    sql`${sum(`counted_${name}`)} as ${sql.ref(name)}`,
    sql`${sum(`counted_${name}`)} - ${sum(`kept_${name}`)} as ${sql.ref(`by_${name}`)}`,
  ])
  const differ = counts.map((name) => sql<SqlBool>`${sum(`counted_${name}`)} <> ${sum(`kept_${name}`)}`)
  const { rows } = await sql<Columns>`select ${named(keys)}, ${sql.join(sums)}
    from (${side(counted, true)} union all ${side(kept, false)}) as sides
    group by ${named(keys)} having ${sql.join(differ, sql` or `)}`.execute(db)
  return rows.map((row) => ({
    key: Object.fromEntries(keys.map((name) => [name, row[name] as string])),
    counted: Object.fromEntries(counts.map((name) => [name, row[name] as number])),
    by: Object.fromEntries(counts.map((name) => [name, row[`by_${name}`] as number])),
  }))
}

/** Of rows in a statement. */
const mostAtOnce = 1000

/** Sets right whatever is not what the rows say, many rows in a statement. The transaction keeps writers out. */
export async function setRight(tx: Db, counters: Counters) {
  const wrong = await selectMiscounted(tx, counters)
  for (let done = 0; done < wrong.length; done += mostAtOnce)
    await counters.setRight(tx, wrong.slice(done, done + mostAtOnce))
}

type Row = Record<string, string | number>

/** Puts rows in, or in the place of those with the same unique columns. They all have the same columns. */
export async function upsertRows(tx: Db, table: string, unique: readonly string[], rows: readonly Row[]) {
  await insertRows(tx, table, unique, rows, (name) => sql`${sql.ref(`excluded.${name}`)}`)
}

/** Adds rows to those with the same unique columns. */
export async function addRows(tx: Db, table: string, unique: readonly string[], rows: readonly Row[]) {
  await insertRows(
    tx,
    table,
    unique,
    rows,
    (name) => sql`${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  )
}

async function insertRows(
  tx: Db,
  table: string,
  unique: readonly string[],
  rows: readonly Row[],
  becomes: (name: string) => RawBuilder<unknown>,
) {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const set = columns.filter((name) => !unique.includes(name)).map((name) => sql`${sql.ref(name)} = ${becomes(name)}`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`))}
    on conflict (${sql.join(unique.map((name) => sql.ref(name)))}) do update set ${sql.join(set)}`.execute(tx)
}

/** Sets rows of counters to what was counted; those that are missing are made. */
export const settingRow = (table: string) => async (tx: Db, wrong: readonly Miscounted[]) => {
  const rows = wrong.map(({ key, counted }) => ({ ...key, ...counted }))
  await upsertRows(tx, table, Object.keys(wrong[0]?.key ?? {}), rows)
}

/** Sets columns that count on rows that are there for more than them. */
export const settingColumns = (table: string) => async (tx: Db, wrong: readonly Miscounted[]) => {
  const [first] = wrong
  if (!first) return
  const [keys, counts] = [Object.keys(first.key), Object.keys(first.counted)]
  const rows = wrong.map(({ key, counted }) => {
    const values = keys.map((name) => sql`cast(${key[name]} as text)`)
    return sql`(${sql.join([...values, ...counts.map((name) => sql`cast(${counted[name]} as bigint)`)])})`
  })
  // Both engines call the columns of values so.
  const column = (n: number) => sql.ref(`n.column${n + 1}`)
  const set = counts.map((name, n) => sql`${sql.ref(name)} = ${column(keys.length + n)}`)
  const isIt = keys.map((name, n) => sql`${sql.ref(`${table}.${name}`)} = ${column(n)}`)
  await sql`update ${sql.table(table)} set ${sql.join(set)} from (values ${sql.join(rows)}) as n
    where ${sql.join(isIt, sql` and `)}`.execute(tx)
}
