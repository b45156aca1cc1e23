import type { Member } from '#app/features/accounts/member.ts'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { noteShown } from '#app/features/labels/showings/showings.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { isoTime } from '#app/lib/clock.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import * as queries from './annotations.queries.server.ts'
import { type Annotation, vocabulary } from './model/annotation.ts'
import { isObject, type Json, listOf } from './model/values.ts'
import { selectorsOf } from './places.ts'

type MarkedRow = Awaited<ReturnType<typeof queries.selectMarked>>[number]
type SentRow = Awaited<ReturnType<typeof queries.selectAnnotations>>[number]

export const addressOf = (origin: string, id: string) => `${origin}/annotations/${id}`

/** One annotation: an excerpt with its labels, or what a client sent. */
export async function findAnnotation(
  db: Db,
  origin: string,
  id: string,
  reader: Member | null,
): Promise<{ annotation: Annotation; isSent: boolean }> {
  const sent = (await annotationsSent(db, origin, [id], reader)).get(id)
  const annotation = sent ?? (await annotationsOfExcerpts(db, origin, [id], reader)).get(id)
  if (!annotation) throw notFound('annotation')
  return { annotation, isSent: sent !== undefined }
}

/** Which labels are on words, and no votes. A label that only a classifier put on says so: that shows how others label them. */
export async function annotationsOfExcerpts(db: Db, origin: string, ids: readonly string[], reader: Member | null) {
  const rows = await inBatches(ids, (batch) => queries.selectMarked(db, batch))
  const labellings = await labellingsOf(db, ids, null)
  const byMachine = [...labellings].filter(([, on]) => on.some(isOnlyMachine)).map(([id]) => id)
  if (reader) await noteShown(db, reader, byMachine)
  return new Map(rows.map((row) => [row.id, ofExcerpt(origin, row, (labellings.get(row.id) ?? []).map(tagOf))]))
}

type Labelled = NonNullable<ReturnType<Awaited<ReturnType<typeof labellingsOf>>['get']>>[number]

const isOnlyMachine = ({ machine, given, agree, disagree, unsure }: Labelled) =>
  machine !== null && !given && agree + disagree + unsure === 0

function tagOf(labelling: Labelled): Json {
  const { name, machine } = labelling
  const creator = isOnlyMachine(labelling) ? { creator: { type: 'Software', name: machine?.classifier } } : {}
  return { type: 'TextualBody', value: name, format: 'text/plain', purpose: 'tagging', ...creator }
}

function ofExcerpt(origin: string, row: MarkedRow, tags: Json[]): Annotation {
  return {
    '@context': vocabulary,
    id: addressOf(origin, row.id),
    type: 'Annotation',
    motivation: tags.length > 0 ? 'tagging' : 'highlighting',
    creator: personOf(origin, row.handle),
    created: isoTime(row.created_at),
    ...(tags.length > 0 ? { body: oneOrAll(tags) } : {}),
    target: targetOf(origin, row),
  }
}

const personOf = (origin: string, handle: string) => ({
  id: `${origin}/members/${handle}`,
  type: 'Person',
  nickname: handle,
})

function targetOf(origin: string, row: MarkedRow) {
  const source = `${origin}/transcripts/${row.transcript_id}`
  return row.whole === 1 ? source : { source, selector: selectorsOf(spanOf(row)) }
}

function spanOf(row: MarkedRow) {
  const { exact, prefix, suffix } = row
  const start = { turn: row.start_turn, offset: row.start_offset }
  return { start, end: { turn: row.end_turn, offset: row.end_offset }, exact, prefix, suffix }
}

/** A list of one is written as the one: the tests of the model take `["address"]` for two things. */
export const oneOrAll = <T>(all: T[]): T | T[] => (all.length === 1 ? (all[0] as T) : all)

/** What clients sent. A tag is its author's vote, which is shown to the reader. */
export async function annotationsSent(db: Db, origin: string, ids: readonly string[], reader: Member | null) {
  const rows = await inBatches(ids, (batch) => queries.selectAnnotations(db, batch))
  const voted = await inBatches(ids, (batch) => queries.selectVotedExcerpts(db, batch))
  if (reader) await noteShown(db, reader, [...new Set(voted.map((vote) => vote.excerpt_id))])
  const marked = rows.flatMap(excerptsOf).filter((id) => id !== null)
  const excerpts = new Map(
    (await inBatches([...new Set(marked)], (batch) => queries.selectMarked(db, batch))).map((row) => [row.id, row]),
  )
  return new Map(rows.map((row) => [row.id, ofSent(origin, row, excerpts)]))
}

const excerptsOf = (row: { excerpts: string }): (string | null)[] => JSON.parse(row.excerpts)

/** As it was sent, with the id, author and times that the server knows; quotes are those of the excerpts, which are kept once. */
function ofSent(origin: string, row: SentRow, excerpts: Map<string, MarkedRow>): Annotation {
  const { '@context': context, type, target, ...document } = JSON.parse(row.document) as Json
  const targets = listOf(target).map((one, place) => {
    const excerpt = excerpts.get(excerptsOf(row)[place] ?? '')
    return excerpt ? withWords(one, excerpt) : one
  })
  return {
    '@context': context,
    id: addressOf(origin, row.id),
    type,
    ...document,
    creator: personOf(origin, row.handle),
    created: isoTime(row.created_at),
    modified: isoTime(row.modified_at),
    target: oneOrAll(targets),
  }
}

function withWords(target: unknown, { exact, prefix, suffix }: MarkedRow): unknown {
  return mapQuotes(target, (quote) => ({
    ...quote,
    exact,
    ...(quote.prefix === undefined ? {} : { prefix }),
    ...(quote.suffix === undefined ? {} : { suffix }),
  }))
}

/** A target without the words that it quotes. */
export const withoutWords = (target: unknown) =>
  mapQuotes(target, (quote) => ({
    ...quote,
    exact: '',
    ...(quote.prefix === undefined ? {} : { prefix: '' }),
    ...(quote.suffix === undefined ? {} : { suffix: '' }),
  }))

function mapQuotes(target: unknown, change: (quote: Json) => Json): unknown {
  if (!isObject(target) || target.selector === undefined) return target
  const selectors = listOf(target.selector).map((one) =>
    isObject(one) && one.type === 'TextQuoteSelector' ? change(one) : one,
  )
  return { ...target, selector: Array.isArray(target.selector) ? selectors : selectors[0] }
}
