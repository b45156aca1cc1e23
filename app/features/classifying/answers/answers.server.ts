import type { Member } from '#app/features/accounts/member.ts'
import { noteShown } from '#app/features/labels/showings/showings.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { AnswerQuoteRow, AnswerRow } from '#db/tables.ts'
import { findClassifier } from '../classifiers.server.ts'
import { everything } from '../question.ts'
import * as queries from './answers.queries.server.ts'

/** What a model answered, as pages show it. */
export interface Answer {
  id: string
  classifierId: string
  transcriptId: string
  transcriptTitle: string
  turn: number | null
  /** Null: it cannot be read. */
  fits: boolean | null
  score: number | null
  raw: string
  why: string | null
  promptTokens: number | null
  completionTokens: number | null
  answeredAt: number
  quotes: Pick<AnswerQuoteRow, 'quote' | 'excerpt_id' | 'why'>[]
}

/** The answers of a classifier, newest first. Who sees them has been shown how it labels what they are on. */
export async function answersBy(
  db: Db,
  classifierId: string,
  page: Page,
  reader: Member | null,
): Promise<Paged<Answer>> {
  const rows = await queries.selectAnswers(db, classifierId, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.answered_at, row.id])
  return { items: await withQuotes(db, items, reader), next }
}

/** An answer with its classifier. */
export async function findAnswer(db: Db, id: string, reader: Member | null) {
  const row = await queries.selectAnswer(db, id)
  if (!row) throw notFound('answer')
  const [answer] = (await withQuotes(db, [row], reader)) as [Answer]
  return { answer, classifier: await findClassifier(db, row.classifier_id) }
}

async function withQuotes(db: Db, rows: (AnswerRow & { title: string })[], reader: Member | null): Promise<Answer[]> {
  const ids = rows.map(({ id }) => id)
  const all = await queries.selectQuotes(db, ids)
  if (reader) await noteShown(db, reader, [...new Set(all.flatMap((quote) => quote.excerpt_id ?? []))])
  const quotes = Map.groupBy(all, (quote) => quote.answer_id)
  return rows.map((row) => answerOf(row, quotes.get(row.id) ?? []))
}

function answerOf(row: AnswerRow & { title: string }, quotes: AnswerQuoteRow[]): Answer {
  const { id, score, raw, why } = row
  return {
    ...{ id, score, raw, why },
    classifierId: row.classifier_id,
    transcriptId: row.transcript_id,
    transcriptTitle: row.title,
    turn: row.turn === everything ? null : row.turn,
    fits: row.fits === null ? null : row.fits === 1,
    promptTokens: row.prompt_tokens,
    completionTokens: row.completion_tokens,
    answeredAt: row.answered_at,
    quotes: quotes.map(({ quote, excerpt_id, why }) => ({ quote, excerpt_id, why })),
  }
}

/** How many of a classifier's answers say yes, no or cannot be read, and their tokens together. */
export async function totalsOf(db: Db, classifierId: string) {
  const rows = await queries.selectTotals(db, classifierId)
  const timesOf = (fits: number | null) => rows.find((row) => row.fits === fits)?.times ?? 0
  const sum = (of: 'prompt' | 'completion') => rows.reduce((total, row) => total + row[of], 0)
  return {
    yes: timesOf(1),
    no: timesOf(0),
    unread: timesOf(null),
    prompt: sum('prompt'),
    completion: sum('completion'),
  }
}

/** What a classifier says of an excerpt; without an answer where it came with an import. */
export interface MachineSays {
  labelId: string
  labelName: string
  classifier: string
  score: number | null
  saidAt: number
  answer: { id: string; classifierId: string; model: string; prompt: string; raw: string } | null
}

/** Everything that classifiers say of an excerpt, by label. */
export async function machinesOn(db: Db, excerptId: string, reader: Member | null): Promise<MachineSays[]> {
  if (reader) await noteShown(db, reader, [excerptId])
  const answers = await queries.selectAnswersOn(db, excerptId)
  return (await queries.selectSaidOf(db, excerptId)).map((row) => {
    // After labels were merged, the answer is still about the one that it was asked about.
    const named = answers.filter(({ name }) => name === row.classifier)
    const from = named.findLast((one) => one.label_id === row.label_id) ?? named.at(-1)
    return {
      labelId: row.label_id,
      labelName: row.label_name,
      classifier: row.classifier,
      score: row.score,
      saidAt: row.created_at,
      answer: from
        ? { id: from.id, classifierId: from.classifier_id, model: from.model, prompt: from.words, raw: from.raw }
        : null,
    }
  })
}
