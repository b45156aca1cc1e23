import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'

/** The ids of the transcripts with these hashes, by hash. */
export async function selectIdsByHash(db: Db, hashes: string[]): Promise<Map<string, string>> {
  const rows = await inBatches(hashes, (batch) =>
    db.selectFrom('transcripts').select(['hash', 'id']).where('hash', 'in', batch).execute(),
  )
  return new Map(rows.map(({ hash, id }) => [hash, id]))
}

export interface NamedTranscript {
  id: string
  title: string
  /** Of one task and sample, what different models said is told apart by it. */
  model: string | null
}

/** What transcripts are called, by id. */
export async function selectNamed(db: Db, ids: string[]): Promise<Map<string, NamedTranscript>> {
  const rows = await inBatches(ids, (batch) =>
    db.selectFrom('transcripts').select(['id', 'title', 'model']).where('id', 'in', batch).execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
