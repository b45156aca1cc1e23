import * as v from 'valibot'
import { parse } from '#app/lib/validation.ts'
import { documentOf } from '../json-records.ts'
import { isUnread, type Placed, readAt } from '../placed.ts'
import { EdgeRow, type GivenEdge, type GivenNode, NodeRow } from './read-graph.ts'

const Document = v.object({ '@graph': v.array(v.looseObject({ '@id': v.string(), '@type': v.string() })) })

/** A graph as this site gives it: nodes and relations by their `@id`. */
export function readGraphLd(bytes: Uint8Array): { nodes: Placed<GivenNode>[]; edges: Placed<GivenEdge>[] } {
  const document = documentOf(bytes)
  const whole = isUnread(document) ? document : readAt({ line: null, value: document.value }, (d) => parse(Document, d))
  if (isUnread(whole)) return { nodes: [whole], edges: [] }
  const things = whole.value['@graph'].map((value, at) => ({ line: at + 1, value }))
  const [nodes, edges] = [true, false].map((is) =>
    things.filter(({ value }) => (value['@type'] !== 'relation') === is),
  ) as [typeof things, typeof things]
  return {
    nodes: nodes.map((row) => readAt(row, (thing) => parse(NodeRow, nodeOf(thing)))),
    edges: edges.map((row) =>
      readAt(row, ({ from, to, relation, why }) => parse(EdgeRow, { from, to, relation, why })),
    ),
  }
}

function nodeOf({ '@id': id, '@type': kind, name, description }: Record<string, unknown>) {
  return { id, kind, name, definition: description }
}
