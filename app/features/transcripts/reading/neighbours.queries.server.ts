import type { Db } from '#db/open.ts'

export async function selectPosition(db: Db, collectionId: string, transcriptId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('collection_transcripts')
    .select('position')
    .where('collection_id', '=', collectionId)
    .where('transcript_id', '=', transcriptId)
    .executeTakeFirst()
  return row?.position
}

/** The transcript next to a position in a collection, one way or the other. */
export async function selectNextTo(db: Db, collectionId: string, position: number, way: 'before' | 'after') {
  const row = await db
    .selectFrom('collection_transcripts')
    .select('transcript_id')
    .where('collection_id', '=', collectionId)
    .where('position', way === 'after' ? '>' : '<', position)
    .orderBy('position', way === 'after' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.transcript_id
}

export async function selectCountUpTo(db: Db, collectionId: string, position: number): Promise<number> {
  const row = await db
    .selectFrom('collection_transcripts')
    .select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
    .where('collection_id', '=', collectionId)
    .where('position', '<=', position)
    .executeTakeFirstOrThrow()
  return row.n
}

/** The transcript of a collection that so many others than one stand before. */
export async function selectOther(db: Db, collectionId: string, transcriptId: string, before: number) {
  const row = await db
    .selectFrom('collection_transcripts')
    .select('transcript_id')
    .where('collection_id', '=', collectionId)
    .where('transcript_id', '!=', transcriptId)
    .orderBy('position')
    .limit(1)
    .offset(before)
    .executeTakeFirst()
  return row?.transcript_id
}

/** Transcripts of some collections, of which those come first that have a turn of this text among their first few. */
export function selectComparable(db: Db, collectionIds: string[], transcriptId: string, text: string, most: number) {
  return db
    .selectFrom('transcripts')
    .select(['id', 'title', 'model', 'condition'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('turns')
            .select('position')
            .whereRef('transcript_id', '=', 'transcripts.id')
            .where('position', '<', firstTurns)
            .where('text', '=', text),
        )
        .as('same'),
    )
    .where('id', '!=', transcriptId)
    .where((e) =>
      e(
        'id',
        'in',
        e.selectFrom('collection_transcripts').select('transcript_id').where('collection_id', 'in', collectionIds),
      ),
    )
    .orderBy('same', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
}

const firstTurns = 4
