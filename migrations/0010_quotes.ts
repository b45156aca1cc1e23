import type { Kysely } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: the tables as they are at this migration, which no type describes
type Tables = any

export async function up(db: Kysely<Tables>) {
  // One row: words that a comment quotes of what it answers. As they were sent (exact, prefix, suffix, start); what
  // stood around them when they were found (before, after, near; near counts code points of the text that is read);
  // and where they stand now, in code points of that text. `revision` is of the target, where it has revisions.
  await db.schema
    .createTable('quotes')
    .addColumn('comment_id', 'text', (c) => c.primaryKey().references('comments.id'))
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer')
    .addColumn('exact', 'text', (c) => c.notNull())
    .addColumn('prefix', 'text', (c) => c.notNull())
    .addColumn('suffix', 'text', (c) => c.notNull())
    .addColumn('start', 'integer')
    .addColumn('verified', 'smallint', (c) => c.notNull())
    .addColumn('before_words', 'text', (c) => c.notNull())
    .addColumn('after_words', 'text', (c) => c.notNull())
    .addColumn('near', 'integer')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('from_offset', 'integer')
    .addColumn('to_offset', 'integer')
    .execute()
  await db.schema.createIndex('quotes_by_target').on('quotes').columns(['target_kind', 'target_id']).execute()
  await bringOver(db)
  await db.schema.alterTable('comments').dropColumn('quote').execute()
}

/** What was quoted so far is found where it stands once, letter for letter; the next edit looks more closely. */
async function bringOver(db: Kysely<Tables>) {
  const comments = await db.selectFrom('comments').selectAll().where('quote', 'is not', null).execute()
  for (const { id, parent_id, subject_kind, subject_id, quote } of comments) {
    const { exact, prefix, suffix, start, isVerified } = JSON.parse(quote)
    const target_kind = parent_id ? 'comment' : subject_kind
    const target_id = parent_id ?? subject_id
    const text = await textOf(db, target_kind, target_id)
    const at = text.indexOf(exact)
    const isFound = at >= 0 && text.indexOf(exact, at + 1) < 0
    const near = isFound ? [...text.slice(0, at)].length : null
    const length = [...exact].length
    const said = { exact, prefix, suffix, start, verified: Number(isVerified) }
    const stood = { before_words: prefix, after_words: suffix, near, revision: null }
    const state = isFound ? 'exact' : at >= 0 ? 'ambiguous' : 'orphaned'
    const now = { state, from_offset: near, to_offset: near === null ? null : near + length }
    await db
      .insertInto('quotes')
      .values({ comment_id: id, target_kind, target_id, ...said, ...stood, ...now })
      .execute()
  }
}

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

async function textOf(db: Kysely<Tables>, kind: string, id: string): Promise<string> {
  if (kind !== 'post' && kind !== 'comment') return ''
  const row = await db.selectFrom(`${kind}s`).select('html').where('id', '=', id).executeTakeFirst()
  const bare = (row?.html ?? '').replace(/<[^>]*>/g, '')
  return bare.replace(/&(?:lt|gt|quot|amp);/g, (sign: string) => signs[sign] ?? sign)
}
