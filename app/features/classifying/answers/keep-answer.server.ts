import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { labelByMachine } from '#app/features/labels/labellings.server.ts'
import { excerptAt, wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict } from '#app/lib/refusal.ts'
import { lengthOf } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { AnswerQuoteRow, AnswerRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Completion } from '../asking/read-completion.ts'
import type { Classifier } from '../classifier.ts'
import { type Asked, everything } from '../question.ts'
import { keepable, type ReadAnswer } from '../reading/read-answer.ts'
import * as queries from './answers.queries.server.ts'
import { type PlacedQuote, placesOf } from './places.ts'

export interface Kept {
  /** False: the question had an answer by then, which stays. */
  isNew: boolean
  /** How many excerpts it labels. */
  labelled: number
  /** Quotes that were not found. */
  unplaced: PlacedQuote[]
}

/** Keeps an answer word for word, and puts the label as a machine's on the words that it quotes; on all that was asked about where it quotes none that is found, or says no. */
export async function keepAnswer(
  db: Db,
  member: Member,
  classifier: Classifier,
  asked: Asked,
  completion: Completion,
  answer: ReadAnswer,
): Promise<Kept> {
  const places = placesOf(asked, answer)
  return inTransaction(db, async (tx) => {
    await refuseIfMasked(tx, asked)
    const row = rowOf(classifier, asked, completion, answer)
    await queries.deleteUnread(tx, row)
    if (!(await queries.insertAnswer(tx, row))) return { isNew: false, labelled: 0, unplaced: [] }
    const marked = await markAll(tx, member, asked, places, answer)
    for (const id of new Set(marked.flatMap(({ excerptId }) => excerptId ?? [])))
      await labelByMachine(tx, member, id, classifier.labelId, { classifier: classifier.name, score: scoreOf(answer) })
    await queries.insertQuotes(tx, marked.map(quoteRowOf(row.id)))
    await record(tx, member, 'classifier.answered', { kind: 'classifier', id: classifier.id })
    const labelled = new Set(marked.flatMap(({ excerptId }) => excerptId ?? [])).size
    return { isNew: true, labelled, unplaced: places.filter(({ why }) => why !== null) }
  })
}

/** What was asked about must still be what stands there: an answer about words that were masked meanwhile is not kept. */
async function refuseIfMasked(tx: Db, { transcriptId, turns }: Asked) {
  await queries.selectHeldTranscript(tx, transcriptId)
  const stand = await turnsOf(tx, transcriptId)
  if (stand.some(({ text }, turn) => text !== turns[turn]?.text))
    throw conflict('Words of it were masked while the model was asked: run this again.')
}

function rowOf(classifier: Classifier, asked: Asked, { text, ...cost }: Completion, answer: ReadAnswer): AnswerRow {
  const isRead = !('unread' in answer)
  return {
    id: newId(),
    classifier_id: classifier.id,
    transcript_id: asked.transcriptId,
    turn: asked.turn,
    fits: isRead ? Number(answer.fits) : null,
    score: isRead ? answer.score : null,
    raw: keepable(text),
    why: isRead ? answer.note : answer.unread,
    prompt_tokens: cost.promptTokens,
    completion_tokens: cost.completionTokens,
    answered_at: now(),
  }
}

/** A labelling without a score says that the label fits: a bare no is a score of 0. */
const scoreOf = (answer: ReadAnswer) => ('unread' in answer ? null : (answer.score ?? (answer.fits ? null : 0)))

type MarkedQuote = PlacedQuote & { excerptId: string | null }

async function markAll(tx: Db, member: Member, asked: Asked, places: PlacedQuote[], answer: ReadAnswer) {
  const marked: MarkedQuote[] = []
  for (const place of places) {
    const { span, exact } = place
    const found = span && (await excerptAt(tx, member, asked.transcriptId, span, exact))
    marked.push({ ...place, excerptId: found?.excerpt.id ?? null })
  }
  const isOnAll = !('unread' in answer) && !marked.some(({ excerptId }) => excerptId)
  return isOnAll ? [...marked, { ...onAll, excerptId: await excerptOfAll(tx, member, asked) }] : marked
}

const onAll: PlacedQuote = { quote: '', span: null, exact: '', why: null }

async function excerptOfAll(tx: Db, member: Member, { transcriptId, turn, turns }: Asked): Promise<string> {
  if (turn === everything) return (await wholeExcerpt(tx, member, transcriptId)).excerpt.id
  const end = { turn, offset: lengthOf(turns[turn]?.text ?? '') }
  return (await excerptAt(tx, member, transcriptId, { start: { turn, offset: 0 }, end })).excerpt.id
}

const quoteRowOf =
  (answerId: string) =>
  ({ quote, excerptId, why }: MarkedQuote, position: number): AnswerQuoteRow => ({
    ...{ answer_id: answerId, position, quote, excerpt_id: excerptId, why },
  })
