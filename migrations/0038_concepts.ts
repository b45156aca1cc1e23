import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await concepts(db)
  await names(db)
  await revisions(db)
  await merges(db)
  await mentions(db)
}

async function concepts(db: Kysely<unknown>) {
  // One row: a node of the map that is neither claim, framing, label nor collection. Its names are in `concept_names`, which keeps them apart; `also_called` is all others that lead to it, a line each, for lists and search. `facts` is JSON: of a paper authors, year, DOI, arXiv; of a quote who said it where; `fact_words` are its words, for search. `excerpt_id`: the words of a quote, where their text is here. `merged_into` is where it leads since it was merged, `merged_next` the one into which it was merged itself, by which that is taken back.
  await db.schema
    .createTable('concepts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('also_called', 'text', (c) => c.notNull())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('definition_html', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('fact_words', 'text', (c) => c.notNull())
    .addColumn('excerpt_id', 'text', (c) => c.references('excerpts.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('merged_into', 'text', (c) => c.references('concepts.id'))
    .addColumn('merged_next', 'text', (c) => c.references('concepts.id'))
    .execute()
  await db.schema.createIndex('concepts_by_time').on('concepts').columns(['created_at', 'id']).execute()
  await db.schema.createIndex('concepts_by_kind').on('concepts').columns(['kind', 'name_key']).execute()
  await db.schema.createIndex('concepts_merged').on('concepts').column('merged_into').execute()
  await db.schema.createIndex('concepts_by_excerpt').on('concepts').column('excerpt_id').execute()
}

async function names(db: Kysely<unknown>) {
  // One row: a name by which a concept is found: its own or an alias, as one that it had; no two concepts share one. Those of one that was merged stay with it, and lead on with it.
  await db.schema
    .createTable('concept_names')
    .addColumn('name_key', 'text', (c) => c.primaryKey())
    .addColumn('concept_id', 'text', (c) => c.notNull().references('concepts.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('concept_names_by_concept').on('concept_names').column('concept_id').execute()
}

async function revisions(db: Kysely<unknown>) {
  // One row: what a concept said from a version on, as JSON of all that is edited; who wrote it and why. `restores`: the version whose words these are again.
  await db.schema
    .createTable('concept_revisions')
    .addColumn('concept_id', 'text', (c) => c.notNull().references('concepts.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('restores', 'integer')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('concept_revisions_pk', ['concept_id', 'version'])
    .execute()
}

async function merges(db: Kysely<unknown>) {
  // One row: a concept was merged into another, or such a merge was taken back (`parted`), by whom and why.
  await db.schema
    .createTable('concept_merges')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('concept_id', 'text', (c) => c.notNull().references('concepts.id'))
    .addColumn('other_id', 'text', (c) => c.notNull().references('concepts.id'))
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('concept_merges_by_concept').on('concept_merges').column('concept_id').execute()
  await db.schema.createIndex('concept_merges_by_other').on('concept_merges').column('other_id').execute()
}

async function mentions(db: Kysely<unknown>) {
  // One row: a text of this thing (post, comment, claim, framing, label, collection, concept, relation) has [[the name]] in it. What the name leads to is asked when somebody looks, so a name may be mentioned before anything is called so.
  await db.schema
    .createTable('mentions')
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('mentioned_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('mentions_pk', ['source_kind', 'source_id', 'name_key'])
    .execute()
  await db.schema.createIndex('mentions_by_name').on('mentions').columns(['name_key', 'mentioned_at']).execute()
}
