import type { Db } from '#db/open.ts'

export function selectAnswers(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('answers')
    .select(['id', 'raw'])
    .where('transcript_id', '=', transcriptId)
    .orderBy('id')
    .execute()
}

/** The quotes of an answer, each with the words of its excerpt as they stand now. */
export function selectQuotes(tx: Db, answerId: string) {
  return tx
    .selectFrom('answer_quotes')
    .leftJoin('excerpts', 'excerpts.id', 'answer_quotes.excerpt_id')
    .select(['position', 'quote', 'exact', 'whole'])
    .where('answer_id', '=', answerId)
    .orderBy('position')
    .execute()
}

export async function updateRaw(tx: Db, id: string, raw: string) {
  await tx.updateTable('answers').set({ raw }).where('id', '=', id).execute()
}

export async function updateQuote(tx: Db, answerId: string, position: number, quote: string) {
  await tx
    .updateTable('answer_quotes')
    .set({ quote })
    .where('answer_id', '=', answerId)
    .where('position', '=', position)
    .execute()
}

/** The prompts that something was asked with about a transcript. */
export function selectPrompts(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('prompts')
    .selectAll()
    .where('hash', 'in', (e) =>
      e
        .selectFrom('answers')
        .innerJoin('classifiers', 'classifiers.id', 'answers.classifier_id')
        .select('prompt_hash')
        .where('transcript_id', '=', transcriptId),
    )
    .orderBy('hash')
    .execute()
}

export async function updatePrompt(tx: Db, hash: string, words: string) {
  await tx.updateTable('prompts').set({ words }).where('hash', '=', hash).execute()
}
