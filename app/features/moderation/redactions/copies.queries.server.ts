import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { RedactionCopyRow } from '#db/tables.ts'

export type Copy = Pick<RedactionCopyRow, 'kind' | 'id'>

/** What members write where everybody reads it: whose it is, which of its columns name that, and where it is written. */
const written: [kind: Copy['kind'], table: string, id: string, columns: string[]][] = [
  ['post', 'posts', 'id', ['title', 'body', 'review']],
  ['post', 'post_revisions', 'post_id', ['title', 'body', 'review']],
  ['comment', 'comments', 'id', ['body']],
  ['comment', 'comment_revisions', 'comment_id', ['body']],
  ['comment', 'quotes', 'comment_id', ['exact', 'prefix', 'suffix', 'before_words', 'after_words']],
  ['label', 'labels', 'id', ['name', 'definition', 'examples', 'counter_examples']],
  ['label', 'label_versions', 'label_id', ['definition', 'examples', 'counter_examples']],
  ['claim', 'claims', 'id', ['statement', 'context', 'settled_by', 'differs']],
  ['claim', 'standpoints', 'claim_id', ['name', 'definition']],
  ['claim', 'claim_framings', 'claim_id', ['rationale']],
  ['claim', 'ballots', 'claim_id', ['reason']],
  ['framing', 'framings', 'id', ['name', 'definition', 'coined_by']],
  ['collection', 'collections', 'id', ['title', 'description']],
  ['collection', 'collection_versions', 'collection_id', ['title', 'description']],
  ['concept', 'concepts', 'id', ['name', 'also_called', 'definition', 'facts']],
  ['concept', 'concept_revisions', 'concept_id', ['words', 'why']],
  ['relation', 'relations', 'id', ['why']],
  ['relation', 'relation_history', 'relation_id', ['why']],
  ['member', 'members', 'id', ['bio']],
]

/** The things in which words stand, letter for letter. Of posts only those that were published: others are private. */
export async function selectHolding(db: Db, words: string): Promise<Copy[]> {
  const parts = written.map(
    ([kind, table, id, columns]) =>
      sql<Copy>`select ${sql.lit(kind)} as kind, ${sql.ref(id)} as id from ${sql.table(table)} where ${holds(columns, words)}`,
  )
  const noted = sql<Copy>`select source_kind as kind, source_id as id from evidence where ${holds(['note'], words)}`
  const { rows } = await sql<Copy>`select kind, id from (${sql.join([...parts, noted], sql` union `)}) found
    where kind <> 'post' or exists (select 1 from posts where posts.id = found.id and first_published_at is not null)
    order by kind, id`.execute(db)
  return rows
}

/** As both engines say it, with regard to case. */
function holds(columns: string[], words: string) {
  const each = columns.map((column) => sql`replace(${sql.ref(column)}, ${words}, '') <> ${sql.ref(column)}`)
  return sql.join(each, sql` or `)
}
