import type { Db } from '#db/open.ts'
import type { QuoteRow } from '#db/tables.ts'

/** What comments quote of a transcript or of an excerpt of it. */
export function selectQuotesOfTranscript(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('quotes')
    .selectAll()
    .where((e) =>
      e.or([
        e.and([e('target_kind', '=', 'transcript'), e('target_id', '=', transcriptId)]),
        e.and([
          e('target_kind', '=', 'excerpt'),
          e('target_id', 'in', e.selectFrom('excerpts').select('id').where('transcript_id', '=', transcriptId)),
        ]),
      ]),
    )
    .orderBy('comment_id')
    .execute()
}

export type Words = Pick<QuoteRow, 'exact' | 'prefix' | 'suffix' | 'before_words' | 'after_words'>

export async function updateWords(tx: Db, commentId: string, words: Words) {
  await tx.updateTable('quotes').set(words).where('comment_id', '=', commentId).execute()
}
