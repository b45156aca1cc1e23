import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Of a line that stands where a comment was: the comment that was moved from there, with what answers it.
  await db.schema
    .alterTable('comments')
    .addColumn('moved_to', 'text', (c) => c.references('comments.id'))
    .execute()
  await db.schema.createIndex('comments_moved').on('comments').column('moved_to').execute()
}
