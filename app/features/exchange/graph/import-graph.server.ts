import type { Member } from '#app/features/accounts/member.ts'
import { type Brought, type Outcome, RelationBringer } from '#app/features/relations/bringing/bring-relations.server.ts'
import { kindSaid, relationKinds } from '#app/features/relations/kinds/kinds.server.ts'
import type { RelationKind } from '#app/features/relations/kinds/relation-kind.ts'
import type { Node } from '#app/features/relations/node.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { GivenEdge, GivenNode } from '../formats/graph/read-graph.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import { count, emptyReport, type ImportReport } from '../imports/import-report.ts'
import { pacing } from '../imports/pacing.ts'
import { bringNodes } from './import-nodes.server.ts'

interface Given {
  nodes: Placed<GivenNode>[]
  edges: Placed<GivenEdge>[]
  /** What refusals name. */
  files: { nodes: string; edges: string }
  onProgress?: (said: string) => void
}

// A batch is one transaction: long enough to be fast, short enough that others need not wait.
const nodesAtOnce = 500
const edgesAtOnce = 1500

/** Brings in a graph: its nodes, then its relations. What is there already is counted as existing, so that it may be interrupted and repeated. `ids` are of the nodes. */
export async function importGraph(db: Db, member: Member, given: Given): Promise<ImportReport> {
  const report = emptyReport()
  const known = await importNodes(db, member, given, report)
  const kinds = await relationKinds(db)
  const bringer = new RelationBringer(db, member)
  const { edges, files, onProgress } = given
  const rest = pacing()
  for (let done = 0; done < edges.length; done += edgesAtOnce) {
    await rest()
    onProgress?.(`${done} of ${edges.length} relations …`)
    await importEdges(bringer, edges.slice(done, done + edgesAtOnce), { known, kinds, file: files.edges }, report)
  }
  return report
}

async function importNodes(db: Db, member: Member, { nodes, files, onProgress }: Given, report: ImportReport) {
  const known = new Map<string, Node>()
  const rest = pacing()
  for (let done = 0; done < nodes.length; done += nodesAtOnce) {
    await rest()
    onProgress?.(`${done} of ${nodes.length} nodes …`)
    const rows = nodes.slice(done, done + nodesAtOnce).flatMap((row) => {
      if (!isUnread(row)) return [row]
      report.refused.push({ file: files.nodes, ...row })
      return []
    })
    const outcomes = await bringNodes(
      db,
      member,
      rows.map(({ value }) => value),
    )
    for (const [at, outcome] of outcomes.entries()) {
      const { line, value } = rows[at] as (typeof rows)[number]
      const taken = known.has(value.id) ? `id: Another row has the id ${value.id}.` : null
      const reason = 'reason' in outcome ? outcome.reason : taken
      if (reason !== null) report.refused.push({ file: files.nodes, line, reason })
      else if ('node' in outcome) {
        known.set(value.id, outcome.node)
        count(report, outcome.node.id, outcome.isNew)
      }
    }
  }
  return known
}

interface Where {
  known: ReadonlyMap<string, Node>
  kinds: readonly RelationKind[]
  file: string
}

async function importEdges(bringer: RelationBringer, rows: Placed<GivenEdge>[], where: Where, report: ImportReport) {
  const refuse = (line: number | null, reason: string) => report.refused.push({ file: where.file, line, reason })
  const brought: { line: number | null; edge: Brought }[] = []
  for (const row of rows)
    try {
      if (isUnread(row)) refuse(row.line, row.reason)
      else brought.push({ line: row.line, edge: edgeOf(row.value, where) })
    } catch (error) {
      if (!isRefusal(error)) throw error
      refuse(row.line, reasonOf(error))
    }
  const outcomes: Outcome[] = await bringer.bring(brought.map(({ edge }) => edge))
  for (const [at, outcome] of outcomes.entries())
    if (typeof outcome === 'string') report[outcome]++
    else refuse(brought[at]?.line ?? null, outcome.reason)
}

function edgeOf({ from, to, relation, why }: GivenEdge, { known, kinds }: Where): Brought {
  const { kind, isInverse } = kindSaid(kinds, relation, 'relation')
  const end = (field: string, key: string) => {
    const node = known.get(key)
    if (!node) throw invalid({ [field]: `No node that could be brought in has the id ${key}.` })
    return node
  }
  const ends = [end('from', from), end('to', to)] as const
  return { kind, why, from: ends[isInverse ? 1 : 0], to: ends[isInverse ? 0 : 1] }
}
