import * as v from 'valibot'
import { groups, isGroup } from '#app/features/relations/node.ts'
import { whyLimit } from '#app/features/relations/relation.ts'
import { withoutApostrophe } from '#app/lib/csv.ts'
import { optional, parse, required } from '#app/lib/validation.ts'
import { type Placed, readAt } from '../placed.ts'
import { csvRows } from '../votes/csv-rows.ts'

const kind = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.check(isGroup, `A kind is one of ${groups.join(', ')}.`),
  v.transform((given) => given as (typeof groups)[number]),
)

export const NodeRow = v.object({ id: required(300), kind, name: required(300), definition: optional(20_000) })
export const EdgeRow = v.object({
  from: required(300),
  to: required(300),
  relation: required(100),
  why: v.pipe(
    optional(whyLimit),
    v.transform((line) => line.replace(/\s+/g, ' ')),
  ),
})

export type GivenNode = v.InferOutput<typeof NodeRow>
export type GivenEdge = v.InferOutput<typeof EdgeRow>

const cells = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([name, text]) => [name, withoutApostrophe(text)]))

/** Nodes, one a row: `id` is what edges call it by. */
export const readNodes = (csv: Uint8Array): Placed<GivenNode>[] =>
  csvRows(csv, ['id', 'kind', 'name']).map((row) => readAt(row, (given) => parse(NodeRow, cells(given))))

/** Relations between nodes, one a row. */
export const readEdges = (csv: Uint8Array): Placed<GivenEdge>[] =>
  csvRows(csv, ['from', 'to', 'relation']).map((row) => readAt(row, (given) => parse(EdgeRow, cells(given))))
