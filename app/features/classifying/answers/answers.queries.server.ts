import { inBatches } from '#app/lib/batches.ts'
import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { AnswerQuoteRow, AnswerRow } from '#db/tables.ts'

/** Keeps others from marking and masking words of a transcript until the transaction ends. */
export async function selectHeldTranscript(tx: Db, id: string) {
  await tx.selectFrom('transcripts').select('id').where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

type Question = Pick<AnswerRow, 'classifier_id' | 'transcript_id' | 'turn'>

/** Deletes what could not be read, with its quotes: an answer to the same question comes in its place. */
export async function deleteUnread(tx: Db, { classifier_id, transcript_id, turn }: Question) {
  await tx
    .deleteFrom('answers')
    .where('classifier_id', '=', classifier_id)
    .where('transcript_id', '=', transcript_id)
    .where('turn', '=', turn)
    .where('fits', 'is', null)
    .execute()
}

/** Inserts unless the question has an answer; says whether it did. */
export async function insertAnswer(tx: Db, row: AnswerRow): Promise<boolean> {
  const result = await tx
    .insertInto('answers')
    .values(row)
    .onConflict((c) => c.columns(['classifier_id', 'transcript_id', 'turn']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function insertQuotes(tx: Db, rows: AnswerQuoteRow[]) {
  if (rows.length > 0) await tx.insertInto('answer_quotes').values(rows).execute()
}

/** The transcripts of a collection, in its order. */
export async function selectTranscriptIds(db: Db, collectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('collection_transcripts')
    .select('transcript_id')
    .where('collection_id', '=', collectionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.transcript_id)
}

/** What a classifier has answered of a collection, and whether it could be read. */
export function selectAnswered(db: Db, classifierId: string, collectionId: string) {
  return db
    .selectFrom('answers')
    .innerJoin('collection_transcripts as c', 'c.transcript_id', 'answers.transcript_id')
    .select(['answers.transcript_id', 'turn', 'fits'])
    .where('classifier_id', '=', classifierId)
    .where('collection_id', '=', collectionId)
    .execute()
}

/** With the transcript's title. */
function found(db: Db) {
  return db
    .selectFrom('answers')
    .innerJoin('transcripts', 'transcripts.id', 'answers.transcript_id')
    .selectAll('answers')
    .select('transcripts.title')
}

export function selectAnswer(db: Db, id: string) {
  return found(db).where('answers.id', '=', id).executeTakeFirst()
}

/** Newest first, one more than the page holds. */
export function selectAnswers(db: Db, classifierId: string, { limit, after }: Page) {
  const [time, id] = after ? timeAndId(after) : []
  return found(db)
    .where('classifier_id', '=', classifierId)
    .$if(after !== null, (q) =>
      q.where((e) =>
        e.or([
          e('answered_at', '<', Number(time)),
          e('answered_at', '=', Number(time)).and('answers.id', '<', String(id)),
        ]),
      ),
    )
    .orderBy('answered_at', 'desc')
    .orderBy('answers.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function selectQuotes(db: Db, answerIds: string[]) {
  return inBatches(answerIds, (batch) =>
    db
      .selectFrom('answer_quotes')
      .selectAll()
      .where('answer_id', 'in', batch)
      .orderBy('answer_id')
      .orderBy('position')
      .execute(),
  )
}

/** How many answers say what, and what they cost. */
export async function selectTotals(db: Db, classifierId: string) {
  const rows = await db
    .selectFrom('answers')
    .select('fits')
    .select((e) => [
      e.fn.countAll<number>().as('times'),
      e.fn.sum<number>('prompt_tokens').as('prompt'),
      e.fn.sum<number>('completion_tokens').as('completion'),
    ])
    .where('classifier_id', '=', classifierId)
    .groupBy('fits')
    .execute()
  return rows.map(({ fits, times, prompt, completion }) => ({
    ...{ fits, times: Number(times) },
    ...{ prompt: Number(prompt ?? 0), completion: Number(completion ?? 0) },
  }))
}

/** What classifiers say of an excerpt, each with the answer that it came from, where there is one. */
export function selectSaidOf(db: Db, excerptId: string) {
  return db
    .selectFrom('machine_labellings as m')
    .innerJoin('labels', 'labels.id', 'm.label_id')
    .select(['m.label_id', 'labels.name as label_name', 'm.classifier', 'm.score', 'm.created_at'])
    .select(['m.prompt', 'm.answer'])
    .where('m.excerpt_id', '=', excerptId)
    .where('labels.merged_into', 'is', null)
    .orderBy('labels.name')
    .orderBy('m.classifier')
    .execute()
}

/** The answers that led to labellings on an excerpt, each with its classifier. */
export function selectAnswersOn(db: Db, excerptId: string) {
  return db
    .selectFrom('answer_quotes as q')
    .innerJoin('answers', 'answers.id', 'q.answer_id')
    .innerJoin('classifiers', 'classifiers.id', 'answers.classifier_id')
    .innerJoin('prompts', 'prompts.hash', 'classifiers.prompt_hash')
    .select(['answers.id', 'answers.answered_at', 'answers.raw', 'classifiers.id as classifier_id'])
    .select(['classifiers.name', 'classifiers.label_id', 'classifiers.model', 'prompts.hash', 'prompts.words'])
    .where('q.excerpt_id', '=', excerptId)
    .orderBy('answers.answered_at')
    .orderBy('answers.id')
    .execute()
}
