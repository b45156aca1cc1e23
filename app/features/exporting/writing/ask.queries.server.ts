import { quoted, type Snapshot } from '#db/snapshot.ts'
import { type Exported, kindOf } from '../exported.ts'

/** What of the site an export has. */
export interface Asked {
  /** The slug of a collection: nothing but that; null: everything. */
  collection: string | null
  /** Days that are over have a lower number than this. */
  today: number
}

/** Rows with much text in them are fetched a few at a time. */
const heavy = new Set(['turns', 'answers', 'machine-labellings'])

/** The rows of a file, in its order. */
export function rowsOf(snapshot: Snapshot, exported: Exported, asked: Asked) {
  return snapshot.rowsOf(queryOf(snapshot, exported, asked), heavy.has(exported.name) ? 20 : 500)
}

/** Some columns are called as words of SQL. */
const named = (column: string) => (/^\w+$/.test(column) ? `"${column}"` : column)

function queryOf({ engine }: Snapshot, exported: Exported, { collection, today }: Asked): string {
  const { table, from = table, where = '1 = 1', key, columns, shown = {}, ofCollection = '1 = 0' } = exported
  const fields = Object.keys(columns).map((column) => `${shown[column] ?? named(column)} as "${column}"`)
  // As SQLite sorts: text by its bytes.
  const isText = (name: string) =>
    kindOf(columns[name] ?? 'text') === 'text' || kindOf(columns[name] ?? 'text') === 'json'
  const order = key.map((name) => (engine === 'postgres' && isText(name) ? `${named(name)} collate "C"` : named(name)))
  const chosen = collection === null ? where : ofCollection.replaceAll('?', quoted(collection))
  const isOfCollection = chosen === 'true' ? '1 = 1' : chosen
  return `select ${fields.join(', ')} from ${from} where (${isOfCollection.replaceAll('{today}', String(today))})
    order by ${order.join(', ')}`
}
