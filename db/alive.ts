import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Resolves when the database answers. */
export async function ask(db: Db) {
  await sql`select 1`.execute(db)
}
