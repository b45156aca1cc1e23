import type { Db } from '#db/open.ts'
import type { QuoteRow } from '#db/tables.ts'

/** What comments in the threads of a transcript and of its excerpts quote: of these, or of each other. */
export function selectQuotesAbout(tx: Db, transcriptId: string) {
  const ids = tx.selectFrom('excerpts').select('id').where('transcript_id', '=', transcriptId)
  return tx
    .selectFrom('quotes')
    .innerJoin('comments', 'comments.id', 'comment_id')
    .selectAll('quotes')
    .where((e) =>
      e.or([
        e.and([e('subject_kind', '=', 'transcript'), e('subject_id', '=', transcriptId)]),
        e.and([e('subject_kind', '=', 'excerpt'), e('subject_id', 'in', ids)]),
      ]),
    )
    .orderBy('comment_id')
    .execute()
}

export type Words = Pick<QuoteRow, 'exact' | 'prefix' | 'suffix' | 'before_words' | 'after_words'>

export async function updateWords(tx: Db, commentId: string, words: Words) {
  await tx.updateTable('quotes').set(words).where('comment_id', '=', commentId).execute()
}
