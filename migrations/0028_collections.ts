import type { Kysely } from 'kysely'

// What a paragraph of plain text is as HTML: descriptions were shown so before they were Markdown.
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const rowsAtOnce = 500

export async function up(db: Kysely<unknown>) {
  await descriptions(db as Kysely<Before>)
  await versions(db)
  await scores(db as Kysely<Before>)
}

interface Before {
  collections: { id: string; description: string; html: string }
  transcripts: { id: string; scores: string }
  transcript_scores: { transcript_id: string; name: string; number: number | null; words: string | null }
}

async function descriptions(db: Kysely<Before>) {
  // `html`: the description, rendered. `version`: which of collection_versions it is.
  await db.schema
    .alterTable('collections')
    .addColumn('html', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('collections')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  const described = await db.selectFrom('collections').select(['id', 'description']).execute()
  for (const { id, description } of described.filter((one) => one.description !== ''))
    await db
      .updateTable('collections')
      .set({ html: `<p>${escaped(description)}</p>\n` })
      .where('id', '=', id)
      .execute()
}

async function versions(db: Kysely<unknown>) {
  // One row: what a collection was called and said to be, and who could find it, until an edit; the one that stands is in collections.
  await db.schema
    .createTable('collection_versions')
    .addColumn('collection_id', 'text', (c) => c.notNull().references('collections.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('visibility', 'text', (c) => c.notNull())
    // Who made this version anew into the next one, and when.
    .addColumn('edited_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('edited_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('collection_versions_pk', ['collection_id', 'version'])
    .execute()
}

async function scores(db: Kysely<Before>) {
  // One row: a score of a transcript that can be counted or ordered by, beside `transcripts.scores`, which holds them all.
  // `words`: null for a number; 'true' and 'false' (numbers 1 and 0); a short word or two.
  await db.schema
    .createTable('transcript_scores')
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('number', 'double precision')
    .addColumn('words', 'text')
    .addPrimaryKeyConstraint('transcript_scores_pk', ['transcript_id', 'name'])
    .execute()
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('transcripts')
      .select(['id', 'scores'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    const found = rows.flatMap(rowsOf)
    for (let i = 0; i < found.length; i += rowsAtOnce)
      await db
        .insertInto('transcript_scores')
        .values(found.slice(i, i + rowsAtOnce))
        .execute()
    if (rows.length < rowsAtOnce) return
    after = (rows.at(-1) as { id: string }).id
  }
}

/** As `scoreRowsOf` of the transcripts had it when this was written. */
function rowsOf({ id, scores }: { id: string; scores: string }): Before['transcript_scores'][] {
  return Object.entries(JSON.parse(scores) as Record<string, unknown>).flatMap(
    ([name, score]): Before['transcript_scores'][] => {
      const row = { transcript_id: id, name }
      if (typeof score === 'number') return [{ ...row, number: score, words: null }]
      if (typeof score === 'boolean') return [{ ...row, number: Number(score), words: String(score) }]
      if (typeof score !== 'string' || score === '' || [...score].length > 60) return []
      return [{ ...row, number: null, words: score }]
    },
  )
}
