import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'
import type { NodeVectorRow } from '#db/tables.ts'

export function selectVectors(db: Db, model: string): Promise<NodeVectorRow[]> {
  return db.selectFrom('node_vectors').selectAll().where('model', '=', model).execute()
}

export async function upsertVectors(tx: Db, rows: readonly NodeVectorRow[]) {
  await inBatches(
    rows,
    async (batch) => {
      await tx
        .insertInto('node_vectors')
        .values(batch)
        .onConflict((c) =>
          c
            .columns(['kind', 'id', 'model'])
            .doUpdateSet((e) => ({ text_hash: e.ref('excluded.text_hash'), vector: e.ref('excluded.vector') })),
        )
        .execute()
      return []
    },
    500,
  )
}
