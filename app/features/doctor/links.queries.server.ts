import { sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'

interface Link {
  table: string
  columns: string[]
  parent: string
  keys: string[]
}

/** Rows that refer to what is not there, by table. */
export async function selectBrokenLinks(db: Db): Promise<string[]> {
  return engineOf(db) === 'sqlite' ? brokenOnSqlite(db) : brokenOnPostgres(db)
}

async function brokenOnSqlite(db: Db) {
  const { rows } = await sql<{ table: string; parent: string }>`
    select "table", parent from pragma_foreign_key_check()`.execute(db)
  return rows.map(({ table, parent }) => said(table, parent))
}

async function brokenOnPostgres(db: Db) {
  const { rows: links } = await sql<Link>`
    select c.conrelid::regclass::text as table, c.confrelid::regclass::text as parent,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as keys
    from pg_constraint c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`.execute(db)
  const broken: string[] = []
  for (const link of links) broken.push(...(await brokenLinks(db, link)))
  return broken
}

async function brokenLinks(db: Db, { table, columns, parent, keys }: Link): Promise<string[]> {
  const isThere = columns.map((column) => sql`own.${sql.ref(column)} is not null`)
  const same = columns.map((column, i) => sql`parent.${sql.ref(keys[i] as string)} = own.${sql.ref(column)}`)
  const { rows } = await sql`select 1 as one from ${sql.table(table)} as own where ${sql.join(isThere, sql` and `)}
    and not exists (select 1 from ${sql.table(parent)} as parent where ${sql.join(same, sql` and `)})`.execute(db)
  return rows.map(() => said(table, parent))
}

const said = (table: string, parent: string) => `a row of ${table} refers to ${parent} that is not there`
