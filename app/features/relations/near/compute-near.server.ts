import type { Db } from '#db/open.ts'
import type { NodeVectorRow } from '#db/tables.ts'
import { embedded } from './embed.server.ts'
import { type Near, nearestByMeaning, nearestByWords } from './nearest.ts'
import type { Embedding, NearRun } from './run.ts'
import { type NodeText, selectFingerprint, selectTexts } from './texts.queries.server.ts'

export interface Computed {
  run: NearRun
  made: NodeVectorRow[]
}

/** Compares the texts of all nodes. Takes seconds where there are thousands: for a thread beside the server. */
export async function computeNear(db: Db, by: Embedding | null): Promise<Computed> {
  // Before the texts: what changes meanwhile makes the run stale.
  const texts = await selectFingerprint(db)
  const nodes = await selectTexts(db)
  const { vectors, made } = by ? await embedded(db, nodes, by) : { vectors: [], made: [] }
  const nearest = by ? nearestByMeaning(vectors) : nearestByWords(nodes.map(({ text }) => text))
  const of = ({ kind, id }: NodeText, n: number) => ({ kind, id, nearest: scored(nodes, nearest[n] ?? []) })
  return { run: { texts, how: by ? 'meaning' : 'words', model: by?.model ?? '', nodes: nodes.map(of) }, made }
}

function scored(nodes: readonly NodeText[], nearest: readonly Near[]) {
  return nearest.map(({ at, score }) => {
    const { kind, id } = nodes[at] as NodeText
    return { kind, id, score }
  })
}
