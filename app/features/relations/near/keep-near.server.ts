import type { Db } from '#db/open.ts'
import type { NearNodeRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { nodeKey } from '../node.ts'
import type { Computed } from './compute-near.server.ts'
import * as queries from './near.queries.server.ts'
import { upsertVectors } from './vectors.queries.server.ts'

// So that whoever casts a ballot meanwhile waits no longer than for a few rows.
const rowsAtOnce = 200

/** Writes down what changed since the last run, a few rows at a time, and last that it is done. */
export async function keepNear(db: Db, { run, made }: Computed, computedAt: number) {
  const before = new Map((await queries.selectAllNear(db)).map((row) => [nodeKey(row), row]))
  const rows = run.nodes.map(({ kind, id, nearest }): NearNodeRow => ({ kind, id, nearest: JSON.stringify(nearest) }))
  const changed = rows.filter((row) => before.get(nodeKey(row))?.nearest !== row.nearest)
  for (const row of rows) before.delete(nodeKey(row))
  const vectors = made.map((row) => ({ ...row, vector: Buffer.from(row.vector) }))
  for (const some of pieces(vectors)) await inTransaction(db, (tx) => upsertVectors(tx, some))
  for (const some of pieces(changed)) await inTransaction(db, (tx) => queries.upsertNear(tx, some))
  await inTransaction(db, async (tx) => {
    await queries.deleteNear(tx, [...before.values()])
    const { texts, how, model } = run
    await queries.upsertRun(tx, { texts, how, model, nodes: rows.length, computed_at: computedAt })
  })
}

function pieces<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, n) =>
    rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce),
  )
}
