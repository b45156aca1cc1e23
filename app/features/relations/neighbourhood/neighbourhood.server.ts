import type { Page, Paged } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Group, Node } from '../node.ts'
import * as queries from './neighbourhood.queries.server.ts'
import { groupsOf, mostOfGroup, type Neighbour, type NeighbourGroup, neighboursOf } from './neighbourhood.ts'

/** What is related to a node: by group, of each the first few. One statement, however many there are. */
export async function neighbourhoodOf(db: Db, node: Node, most = mostOfGroup): Promise<NeighbourGroup[]> {
  return groupsOf(await queries.selectNeighbours(db, node, most))
}

/** All of one group, page by page; a page goes on at the place after the last one. */
export async function groupOf(
  db: Db,
  node: Node,
  group: Group,
  { limit, after }: Page,
): Promise<Paged<Neighbour> & { count: number }> {
  const from = placeOf(after)
  const rows = await queries.selectGroup(db, node, group, from, limit)
  const items = neighboursOf(rows)
  const count = Number(rows[0]?.total ?? 0)
  return { items, count, next: from + items.length < count && items.length > 0 ? cursorAt(from + items.length) : null }
}

const cursorAt = (place: number) => Buffer.from(JSON.stringify([place])).toString('base64url')

function placeOf(after: Page['after']): number {
  const [place = 0, ...more] = after ?? []
  if (!Number.isSafeInteger(place) || Number(place) < 0 || Number(place) > 2 ** 31 || more.length > 0)
    throw invalid({ cursor: 'This cursor cannot be read: take `next` of an answer as it is.' })
  return Number(place)
}
