import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'

/** The ids of the transcripts with these hashes, by hash. */
export async function selectIdsByHash(db: Db, hashes: string[]): Promise<Map<string, string>> {
  const rows = await inBatches(hashes, (batch) =>
    db.selectFrom('transcripts').select(['hash', 'id']).where('hash', 'in', batch).execute(),
  )
  return new Map(rows.map(({ hash, id }) => [hash, id]))
}

/** The titles of transcripts by id. */
export async function selectTitles(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await inBatches(ids, (batch) =>
    db.selectFrom('transcripts').select(['id', 'title']).where('id', 'in', batch).execute(),
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}
