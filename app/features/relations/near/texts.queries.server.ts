import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { NodeKind } from '#db/tables.ts'
import { nodeSources } from '../nodes/node-sources.ts'

export interface NodeText {
  kind: NodeKind
  id: string
  text: string
}

const otherNames: Partial<Record<NodeKind, string>> = {
  concept: 't.also_called',
  framing: 't.also_called',
  label: 't.also_called',
}

/** What each node says: its names, then what it means. In one order on both engines: by kind, then by id. */
export async function selectTexts(db: Db): Promise<NodeText[]> {
  const texts: NodeText[] = []
  for (const { kind, table, name, definition, stands } of nodeSources.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))) {
    const said = sql.raw(`${name} || ' · ' || ${otherNames[kind] ?? "''"} || ' · ' || ${definition}`)
    const { rows } = await sql<{ id: string; text: string }>`
      select t.id, ${said} as text from ${sql.table(table)} t where ${sql.raw(stands)}`.execute(db)
    // Ids are ASCII: engines would sort them by different rules.
    rows.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const row of rows) texts.push({ kind, ...row })
  }
  return texts
}

/** What changes whenever a text does: of each kind how many there are, their versions and their lengths. */
export async function selectFingerprint(db: Db): Promise<string> {
  const parts = nodeSources.map(
    ({ kind, table, name, definition, stands }) => sql`
      select ${sql.lit(kind)} as kind, count(*) as n, coalesce(sum(t.version), 0) as versions,
        coalesce(sum(${sql.raw(`length(${name}) + length(${definition}) + length(${otherNames[kind] ?? "''"})`)}), 0) as letters
      from ${sql.table(table)} t where ${sql.raw(stands)}`,
  )
  const { rows } = await sql<Record<string, unknown>>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
    .map(({ kind, n, versions, letters }) => `${kind} ${n} ${versions} ${letters}`)
    .sort()
    .join(', ')
}
