import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: where an imported claim comes from, so that importing it again finds it.
  await db.schema
    .createTable('claim_origins')
    .addColumn('origin', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .execute()
}
