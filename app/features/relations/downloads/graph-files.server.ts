import { isoTime } from '#app/lib/clock.ts'
import { csvLine } from '#app/lib/csv.ts'
import type { Db } from '#db/open.ts'
import { type Node, nodeKey, nodePath } from '../node.ts'
import { nodeSources } from '../nodes/node-sources.ts'
import { nodesByKeys } from '../nodes/nodes.server.ts'
import { fromOf, toOf } from '../relations.server.ts'
import * as queries from './downloads.queries.server.ts'

const atOnce = 1000

/** What a node is called in a file: a concept by its id, others with what they are before it. */
const keyOf = ({ kind, id }: Node) => (kind === 'concept' ? id : `${kind}:${id}`)

async function* nodeBatches(db: Db) {
  for (const source of nodeSources)
    for (let after = ''; ; ) {
      const rows = await queries.selectNodesAfter(db, source, after, atOnce)
      if (rows.length > 0) yield rows.map((row) => ({ ...row, kind: source.kind }))
      const last = rows.at(-1)
      if (rows.length < atOnce || !last) break
      after = last.id
    }
}

/** Relations whose ends stand and may be shown. */
async function* relationBatches(db: Db) {
  for (let after = ''; ; ) {
    const rows = await queries.selectRelationsAfter(db, after, atOnce)
    const found = await nodesByKeys(
      db,
      rows.flatMap((row) => [fromOf(row), toOf(row)]),
    )
    const stands = (node: Node) => Boolean(found.get(nodeKey(node))?.stands)
    const shown = rows.filter((row) => stands(fromOf(row)) && stands(toOf(row)))
    if (shown.length > 0) yield shown
    const last = rows.at(-1)
    if (rows.length < atOnce || !last) return
    after = last.id
  }
}

/** Every node, a line each, as `import graph` reads it. */
export async function* nodesCsv(db: Db): AsyncGenerator<string> {
  yield csvLine(['id', 'kind', 'name', 'definition'])
  for await (const nodes of nodeBatches(db))
    yield nodes.map((node) => csvLine([keyOf(node), node.grp, node.name, node.definition])).join('')
}

/** Every relation, a line each, as `import graph` reads it. */
export async function* edgesCsv(db: Db): AsyncGenerator<string> {
  yield csvLine(['from', 'to', 'relation', 'why', 'by', 'at'])
  for await (const rows of relationBatches(db))
    yield rows
      .map((row) =>
        csvLine([keyOf(fromOf(row)), keyOf(toOf(row)), row.name, row.why, row.handle, isoTime(row.created_at)]),
      )
      .join('')
}

/** The whole graph as JSON-LD: nodes, then relations that name them. */
export async function* graphJsonLd(db: Db, origin: string): AsyncGenerator<string> {
  const context = {
    ...{ '@vocab': `${origin}/map#`, name: 'https://schema.org/name', description: 'https://schema.org/description' },
    ...{ from: { '@type': '@id' }, to: { '@type': '@id' } },
  }
  yield `{"@context":${JSON.stringify(context)},"@graph":[`
  let comma = ''
  const pieces = (things: object[]) => {
    const text = comma + things.map((thing) => JSON.stringify(thing)).join(',\n')
    comma = ',\n'
    return text
  }
  for await (const nodes of nodeBatches(db))
    yield pieces(
      nodes.map((node) => ({
        ...{ '@id': origin + nodePath(node), '@type': node.grp, name: node.name, description: node.definition },
      })),
    )
  for await (const rows of relationBatches(db))
    yield pieces(
      rows.map((row) => ({
        ...{ '@id': `${origin}/relations/${row.id}`, '@type': 'relation', relation: row.name, why: row.why },
        ...{ from: origin + nodePath(fromOf(row)), to: origin + nodePath(toOf(row)) },
        ...{ by: row.handle, at: isoTime(row.created_at) },
      })),
    )
  yield ']}\n'
}
