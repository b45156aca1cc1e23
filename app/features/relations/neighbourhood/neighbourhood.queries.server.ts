import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Group, Node } from '../node.ts'
import { namedPairs } from '../nodes/node-sources.ts'
import type { NeighbourRow } from './neighbourhood.ts'

/** Both ends of each relation of a node: the other one, how it reads from here, and the relation. */
function relationsOf({ kind, id }: Node) {
  const columns = sql`r.id as relation_id, r.relation_kind, r.why, r.member_id, r.created_at`
  return sql`select r.to_kind as kind, r.to_id as id, 0 as back, ${columns} from relations r
      where r.from_kind = ${kind} and r.from_id = ${id}
    union all
    select r.from_kind, r.from_id, 1, ${columns} from relations r where r.to_kind = ${kind} and r.to_id = ${id}`
}

/** As far as neighbours are ranked: `ranked` has a row for each that stands, with its place in its group and how many the group has. */
const ranking = (db: Db, node: Node) => sql`
  ends as materialized (${relationsOf(node)}),
  pairs as (select kind, id, count(*) as n from ends group by kind, id),
  named as (${sql.raw(namedPairs(db))}),
  ranked as materialized (select named.*,
    row_number() over (partition by grp order by n desc, edges desc, sorted, id) as place,
    count(*) over (partition by grp) as total from named)`

/** For each neighbour of `shown` its relations with the node, each a row. */
const withRelations = sql`
  select shown.kind, shown.id, grp, shown.name, edges, place, total, relation_id, relation_kind, why, handle,
    ends.created_at, case when back = 1 then k.inverse else k.name end as reads, threads.comment_count as comments
  from shown join ends on ends.kind = shown.kind and ends.id = shown.id
  join relation_kinds k on k.id = relation_kind
  join members on members.id = ends.member_id
  left join threads on threads.subject_kind = 'relation' and threads.subject_id = relation_id`

/** The first so many neighbours of each group, each with its relations, in one statement. */
export async function selectNeighbours(db: Db, node: Node, most: number): Promise<NeighbourRow[]> {
  const { rows } = await sql<NeighbourRow>`with ${ranking(db, node)},
    shown as (select * from ranked where place <= ${most}) ${withRelations}`.execute(db)
  return rows
}

/** Neighbours of one group from a place on. */
export async function selectGroup(db: Db, node: Node, group: Group, from: number, most: number) {
  const { rows } = await sql<NeighbourRow>`with ${ranking(db, node)},
    shown as (select * from ranked where grp = ${group} and place > ${from} and place <= ${from + most})
    ${withRelations}`.execute(db)
  return rows
}
