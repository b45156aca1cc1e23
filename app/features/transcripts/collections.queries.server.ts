import { inBatches } from '#app/lib/batches.ts'
import { isInserted } from '#db/inserted.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { CollectionRow } from '#db/tables.ts'
import { type FoundTranscriptRow, selectTranscriptRows } from './transcripts.queries.server.ts'

/** Inserts unless there is a collection of this id; says whether it did. */
export async function insertCollection(tx: Db, row: CollectionRow): Promise<boolean> {
  const result = await tx
    .insertInto('collections')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

/** Adds to the count; whoever does so keeps others from adding until the transaction ends. */
export async function updateTranscriptCount(tx: Db, id: string, more: number) {
  await tx
    .updateTable('collections')
    .set((e) => ({ transcript_count: e('transcript_count', '+', more) }))
    .where('id', '=', id)
    .execute()
}

export async function selectLastPosition(tx: Db, id: string): Promise<number> {
  const row = await tx
    .selectFrom('collection_transcripts')
    .select((e) => e.fn.max('position').as('last'))
    .where('collection_id', '=', id)
    .executeTakeFirst()
  return row?.last ?? -1
}

/** Puts transcripts in a collection after the last position; says how many were not there yet. */
export async function insertMembership(tx: Db, collectionId: string, transcriptIds: string[], last: number) {
  const rows = transcriptIds.map((transcriptId, n) => ({
    collection_id: collectionId,
    transcript_id: transcriptId,
    position: last + 1 + n,
  }))
  const inserted = await inBatches(rows, async (batch) => {
    const query = tx.insertInto('collection_transcripts').values(batch)
    return query.onConflict((c) => c.columns(['collection_id', 'transcript_id']).doNothing()).execute()
  })
  return inserted.reduce((count, result) => count + Number(result.numInsertedOrUpdatedRows ?? 0n), 0)
}

/** Takes a transcript out; says whether it was in. */
export async function deleteMembership(tx: Db, collectionId: string, transcriptId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('collection_transcripts')
    .where('collection_id', '=', collectionId)
    .where('transcript_id', '=', transcriptId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function selectKnownTranscripts(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await inBatches(ids, (batch) =>
    db.selectFrom('transcripts').select('id').where('id', 'in', batch).execute(),
  )
  return new Set(rows.map(({ id }) => id))
}

export type FoundCollectionRow = CollectionRow & { handle: string }

export function selectCollection(db: Db, id: string): Promise<FoundCollectionRow | undefined> {
  return selectCollectionRows(db).where('collections.id', '=', id).executeTakeFirst()
}

function selectCollectionRows(db: Db) {
  return db
    .selectFrom('collections')
    .innerJoin('members', 'members.id', 'collections.member_id')
    .selectAll('collections')
    .select('members.handle')
}

/** The public ones, newest first, one more than the limit. */
export function selectCollections(
  db: Db,
  limit: number,
  after: [time: number, id: string] | null,
): Promise<FoundCollectionRow[]> {
  let query = selectCollectionRows(db)
    .where('visibility', '=', 'public')
    .orderBy('collections.created_at', 'desc')
    .orderBy('collections.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where(isListedAfter('collections', after))
  return query.execute()
}

/** The public collections that some transcripts are in. */
export function selectMemberships(db: Db, transcriptIds: string[]) {
  return db
    .selectFrom('collection_transcripts')
    .innerJoin('collections', 'collections.id', 'collection_transcripts.collection_id')
    .select(['transcript_id', 'collection_id', 'title'])
    .where('transcript_id', 'in', transcriptIds)
    .where('visibility', '=', 'public')
    .orderBy('collection_id')
    .execute()
}

/** In the collection's order, one more than the limit. */
export function selectTranscriptsIn(
  db: Db,
  collectionId: string,
  limit: number,
  afterPosition: number,
): Promise<(FoundTranscriptRow & { position: number })[]> {
  return selectTranscriptRows(db)
    .innerJoin('collection_transcripts', 'collection_transcripts.transcript_id', 'transcripts.id')
    .select('collection_transcripts.position')
    .where('collection_transcripts.collection_id', '=', collectionId)
    .where('collection_transcripts.position', '>', afterPosition)
    .orderBy('collection_transcripts.position')
    .limit(limit + 1)
    .execute()
}

export function selectNamesIn(db: Db, collectionId: string) {
  return db
    .selectFrom('collection_transcripts')
    .innerJoin('transcripts', 'transcripts.id', 'collection_transcripts.transcript_id')
    .select(['transcripts.id', 'transcripts.title'])
    .where('collection_id', '=', collectionId)
    .execute()
}
