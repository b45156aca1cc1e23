import type { Db } from '#db/open.ts'
import type { NamedNode, Node } from '../node.ts'
import { nodeKey } from '../node.ts'
import * as queries from './two-steps.queries.server.ts'
import { inGroups, type MapLink, type MapNode, mostDrawn, mostNear, type TwoSteps, throughOf } from './two-steps.ts'

/** The neighbours of a node and what lies behind them, as many as a map draws, chosen by rank; three statements. */
export async function twoStepsFrom(db: Db, center: NamedNode, edges: number): Promise<TwoSteps> {
  const first = await queries.selectReached(db, [center], [center], mostNear)
  const near = first.map(nodeOf)
  const second =
    near.length > 0 ? await queries.selectReached(db, near, [center, ...near], mostDrawn - 1 - near.length) : []
  const all = [center, ...near, ...second.map(nodeOf)]
  const links = near.length > 0 ? (await queries.selectAmong(db, all)).map(linkOf) : []
  const at = (row: queries.ReachedRow, step: 1 | 2): MapNode => {
    const node = nodeOf(row)
    const through = step === 1 ? nodeKey(center) : throughOf(node, near, links)
    return { ...node, step, edges: Number(row.edges), through }
  }
  return {
    nodes: [
      { ...center, step: 0, edges, through: '' },
      ...inGroups(first.map((row) => at(row, 1))),
      ...inGroups(second.map((row) => at(row, 2))),
    ],
    links,
    near: Number(first[0]?.total ?? 0),
    further: Number(second[0]?.total ?? 0),
  }
}

const nodeOf = ({ kind, id, grp, name }: queries.ReachedRow): NamedNode => ({ kind, id, group: grp, name })
const keyOf = (kind: Node['kind'], id: string) => nodeKey({ kind, id })
const linkOf = (row: queries.LinkRow): MapLink => ({
  ...{ id: row.id, reads: row.name, from: keyOf(row.from_kind, row.from_id), to: keyOf(row.to_kind, row.to_id) },
})
