import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await kinds(db)
  await nodes(db)
  await relations(db)
}

async function kinds(db: Kysely<unknown>) {
  // One row: a kind of relation, as it reads from one end and from the other. `symmetric`: it reads the same from both. `acyclic`: none may lead in a circle; of such a kind `changes` counts the writes, each of which holds the row, so that two at once close no circle.
  await db.schema
    .createTable('relation_kinds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull().unique())
    .addColumn('inverse', 'text', (c) => c.notNull())
    .addColumn('inverse_key', 'text', (c) => c.notNull().unique())
    .addColumn('symmetric', 'smallint', (c) => c.notNull())
    .addColumn('acyclic', 'smallint', (c) => c.notNull())
    .addColumn('changes', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  const kind = (id: string, name: string, inverse = name) => ({
    ...{ id, name, name_key: name, inverse, inverse_key: inverse },
    ...{ symmetric: Number(name === inverse), acyclic: Number(id === 'extends' || id === 'instance-of'), changes: 0 },
    ...{ member_id: null, created_at: 0 },
  })
  await (db as Kysely<{ relation_kinds: ReturnType<typeof kind> }>)
    .insertInto('relation_kinds')
    .values([
      kind('studies', 'studies', 'studied by'),
      kind('introduces', 'introduces', 'introduced by'),
      kind('extends', 'extends', 'extended by'),
      kind('analogous-to', 'analogous to'),
      kind('associated-with', 'associated with'),
      kind('contradicts', 'contradicts', 'contradicted by'),
      kind('supports', 'supports', 'supported by'),
      kind('instance-of', 'instance of', 'has as instance'),
      kind('asked-in', 'asked in', 'asks'),
    ])
    .execute()
}

async function nodes(db: Kysely<unknown>) {
  // One row: a concept, claim, framing, label or collection that has or had relations, and how many it has now.
  await db.schema
    .createTable('nodes')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('edges', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('nodes_pk', ['kind', 'id'])
    .execute()
  await db.schema.createIndex('nodes_by_edges').on('nodes').columns(['edges', 'kind', 'id']).execute()
}

async function relations(db: Kysely<unknown>) {
  // One row: a member said that one node has this relation to another, and why. Of a symmetric kind the node whose kind and id sort first is `from`.
  await db.schema
    .createTable('relations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('relation_kind', 'text', (c) => c.notNull().references('relation_kinds.id'))
    .addColumn('from_kind', 'text', (c) => c.notNull())
    .addColumn('from_id', 'text', (c) => c.notNull())
    .addColumn('to_kind', 'text', (c) => c.notNull())
    .addColumn('to_id', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('relations_once', ['from_kind', 'from_id', 'to_kind', 'to_id', 'relation_kind'])
    .execute()
  await db.schema.createIndex('relations_by_to').on('relations').columns(['to_kind', 'to_id']).execute()
  await db.schema.createIndex('relations_by_time').on('relations').columns(['created_at', 'id']).execute()

  // One row: what a relation said before its why was edited, it was withdrawn or a merge touched it; its ends as they were. A merge of the node `moved_from` into `moved_into` moves it, or drops it, where it would say again what is said, something of a thing itself, or lead in a circle; `undone`: the merge was taken back.
  await db.schema
    .createTable('relation_history')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('relation_id', 'text', (c) => c.notNull())
    .addColumn('relation_kind', 'text', (c) => c.notNull())
    .addColumn('from_kind', 'text', (c) => c.notNull())
    .addColumn('from_id', 'text', (c) => c.notNull())
    .addColumn('to_kind', 'text', (c) => c.notNull())
    .addColumn('to_id', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('said_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('said_at', 'bigint', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('moved_from', 'text')
    .addColumn('moved_into', 'text')
    .addColumn('undone', 'smallint', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('relation_history_by_relation').on('relation_history').column('relation_id').execute()
  await db.schema
    .createIndex('relation_history_moved')
    .on('relation_history')
    .columns(['moved_from', 'moved_into'])
    .execute()
}
