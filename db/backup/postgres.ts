import pg from 'pg'
import { isKept, type Row, type Source } from './manifest.ts'

const int8 = 20
const batch = 1000
// PostgreSQL takes 65,535 values in one statement.
const mostValues = 60_000

/** Works on a connection of its own to PostgreSQL. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } as pg.CustomTypesConfig })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')

/** The rows of the database, within the transaction that is open. */
export function sourceOf(client: pg.Client): Source {
  return { tables: () => tablesOf(client), rowsOf: (table) => rowsOf(client, table) }
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name collate "C"`,
  )
  return rows.map(({ name }) => name).filter(isKept)
}

async function* rowsOf(client: pg.Client, table: string): AsyncIterable<Row> {
  await client.query(`declare backup_rows cursor for select * from "${table}" order by ${await keyOf(client, table)}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${batch} from backup_rows`)
    if (rows.length === 0) break
    yield* rows
  }
  await client.query('close backup_rows')
}

/** As SQLite sorts: text by its bytes. */
async function keyOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string; place: number | null }>(
    `select a.attname as name, format_type(a.atttypid, null) as type, array_position(i.indkey::int2[], a.attnum) as place
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by place, a.attnum`,
    [`"${table}"`],
  )
  const key = rows.filter(({ place }) => place !== null)
  return (key.length > 0 ? key : rows)
    .map(({ name, type }) => (type === 'text' ? `"${name}" collate "C"` : `"${name}"`))
    .join(', ')
}

/** Puts rows as they are into the tables of a database that has only just been migrated: without triggers, and with the links between tables checked at the end. */
export async function fill(client: pg.Client, source: Source) {
  const links = await linksOf(client)
  const tables = await source.tables()
  for (const { table, name } of links) await client.query(`alter table ${table} drop constraint "${name}"`)
  for (const table of tables) {
    await client.query(`alter table "${table}" disable trigger user`)
    await client.query(`delete from "${table}"`)
    await fillTable(client, table, source.rowsOf(table))
    await client.query(`alter table "${table}" enable trigger user`)
  }
  for (const { table, name, says } of links) await client.query(`alter table ${table} add constraint "${name}" ${says}`)
}

async function linksOf(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; says: string }>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as says
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  return rows
}

async function fillTable(client: pg.Client, table: string, rows: AsyncIterable<Row> | Iterable<Row>) {
  let waiting: Row[] = []
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length * Object.keys(row).length < mostValues / 2) continue
    await insertRows(client, table, waiting)
    waiting = []
  }
  if (waiting.length > 0) await insertRows(client, table, waiting)
}

async function insertRows(client: pg.Client, table: string, rows: Row[]) {
  const columns = Object.keys(rows[0] as Row)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const places = rows.map((_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`)})`)
  const values = rows.flatMap((row) => columns.map((column) => row[column]))
  await client.query(`insert into "${table}" (${names}) values ${places}`, values)
}
