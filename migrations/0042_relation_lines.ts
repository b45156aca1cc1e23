import { type Kysely, sql } from 'kysely'

const nameOf = (end: 'from' | 'to') => {
  const [kind, id] = [sql.ref(`r.${end}_kind`), sql.ref(`r.${end}_id`)]
  return sql`coalesce(case ${kind}
    when 'concept' then (select name from concepts where concepts.id = ${id})
    when 'claim' then (select statement from claims where claims.id = ${id})
    when 'framing' then (select name from framings where framings.id = ${id})
    when 'label' then (select name from labels where labels.id = ${id})
    else (select title from collections where collections.id = ${id} and visibility = 'public') end, '…')`
}

const ends = sql.raw('from_kind, from_id, to_kind, to_id, relation_kind, why')

export async function up(db: Kysely<unknown>) {
  // One row: a relation, as it stands or last stood, in words: what its thread is under.
  await sql`create view relation_lines as
    select r.id, ${nameOf('from')} || ' ' || k.name || ' ' || ${nameOf('to')} as title, r.why from (
      select id, ${ends} from relations
      union all
      select relation_id, ${ends} from relation_history h where change in ('withdrawn', 'dropped') and undone = 0
        and not exists (select 1 from relations where relations.id = h.relation_id)
    ) r join relation_kinds k on k.id = r.relation_kind`.execute(db)
}
