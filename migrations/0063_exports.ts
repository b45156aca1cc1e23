import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: an export from which this site is made. `id`: hash of what it says of itself; `steps`: JSON, how many lines of each of its files are in; `finished_at`: when all was.
  await db.schema
    .createTable('site_imports')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('steps', 'text', (c) => c.notNull())
    .addColumn('begun_at', 'bigint', (c) => c.notNull())
    .addColumn('finished_at', 'bigint')
    .execute()

  // One row: a member who stands for nobody in particular: the votes of whom an export does not name. `kind`: of what (ballots, labels or votes), so that nobody takes what one of them says here and there for one person's.
  await db.schema
    .createTable('unnamed_voters')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().unique().references('members.id'))
    .addPrimaryKeyConstraint('unnamed_voters_pk', ['kind', 'number'])
    .execute()

  // One row: which of a claim's unnamed votes are one person's is not known, so that it has so many voters fewer than its votes name (where negative, more).
  await db.schema
    .createTable('unnamed_overlaps')
    .addColumn('claim_id', 'text', (c) => c.primaryKey().references('claims.id'))
    .addColumn('voters', 'integer', (c) => c.notNull())
    .execute()
}
