import { type SqlBool, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Where a list that is newest first goes on: the rows of the table after the one of this time and id. */
export function isListedAfter(table: keyof Tables, [time, id]: readonly [time: number, id: string]) {
  const [at, key] = [sql.ref<number>(`${table}.created_at`), sql.ref<string>(`${table}.id`)]
  return sql<SqlBool>`(${at} < ${time} or (${at} = ${time} and ${key} < ${id}))`
}
