import type { Db } from '#db/open.ts'
import type { DraftRow } from '#db/tables.ts'

/** Ids of a transcript's excerpts. */
export async function selectExcerptIds(tx: Db, transcriptId: string): Promise<string[]> {
  const rows = await tx.selectFrom('excerpts').select('id').where('transcript_id', '=', transcriptId).execute()
  return rows.map(({ id }) => id)
}

/** Ids of the comments in the threads of a transcript and its excerpts. */
export async function selectCommentIds(tx: Db, transcriptId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('comments')
    .select('id')
    .where((e) =>
      e.or([
        e.and([e('subject_kind', '=', 'transcript'), e('subject_id', '=', transcriptId)]),
        e.and([
          e('subject_kind', '=', 'excerpt'),
          e('subject_id', 'in', e.selectFrom('excerpts').select('id').where('transcript_id', '=', transcriptId)),
        ]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Drafts page by page, in the order of ids. */
export function selectDrafts(tx: Db, after: string, most: number) {
  return tx
    .selectFrom('drafts')
    .select(['id', 'place', 'fields', 'words'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function updateTyped(tx: Db, { id, fields, words }: Pick<DraftRow, 'id' | 'fields' | 'words'>) {
  await tx.updateTable('drafts').set({ fields, words }).where('id', '=', id).execute()
}
