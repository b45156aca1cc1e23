import { createHash } from 'node:crypto'

/** Of each table how many rows it has, and a SHA-256 over them in the order of their keys: the same on both engines. */
export type Manifest = Map<string, { rows: number; hash: string }>

export type Row = Record<string, unknown>

/** Where rows are read from, table by table. */
export interface Source {
  tables(): Promise<string[]>
  /** In the order of their keys. */
  rowsOf(table: string): AsyncIterable<Row> | Iterable<Row>
}

export async function manifestOf(source: Source): Promise<Manifest> {
  const manifest: Manifest = new Map()
  for (const table of await source.tables()) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const row of source.rowsOf(table)) {
      rows++
      for (const column of Object.keys(row).sort()) hash.update(`${column}=${textOf(row[column])}\n`)
    }
    manifest.set(table, { rows, hash: hash.digest('hex') })
  }
  return manifest
}

/** A value as text, so that no two different ones are the same. */
function textOf(value: unknown): string {
  return Buffer.isBuffer(value) ? `x${value.toString('hex')}` : JSON.stringify(value)
}

/** The tables in which two databases differ. */
export function differences(one: Manifest, other: Manifest): string[] {
  const tables = new Set([...one.keys(), ...other.keys()])
  return [...tables].filter((table) => {
    const [a, b] = [one.get(table), other.get(table)]
    return a?.rows !== b?.rows || a?.hash !== b?.hash
  })
}

export const rowsIn = (manifest: Manifest) => [...manifest.values()].reduce((sum, { rows }) => sum + rows, 0)

// Made from other tables and kept by triggers (the indexes of search), or a matter of one database alone.
const derived =
  /^(?:search_entries|search_index.*|excerpt_entries|excerpt_index.*|kysely_migration.*|sqlite_.*|backup_.*)$/

export const isKept = (table: string) => !derived.test(table)
