import * as v from 'valibot'
import { invalid } from '#app/lib/refusal.ts'
import { indexOf, lengthOf, slice } from '#app/lib/text.ts'
import { text } from '#app/lib/validation.ts'
import { mostTurnLength } from './transcript.ts'

/** A place in a transcript: a turn, from 0, and an offset in code points of its text. */
export interface Place {
  turn: number
  offset: number
}

/** From start up to end, which is exclusive; over one turn or several neighbouring ones. */
export interface Span {
  start: Place
  end: Place
}

/** The text of a turn, by its number. */
export type TextOf = (turn: number) => string

export interface Excerpt extends Span {
  id: string
  transcriptId: string
  transcriptTitle: string
  model: string | null
  condition: string | null
  /** It spans all of the transcript. */
  whole: boolean
  exact: string
  prefix: string
  suffix: string
  createdAt: number
}

const missing = 'This is missing.'
const wholeNumber = v.pipe(v.number(), v.integer('Expected a whole number.'))
const place = v.object({ turn: wholeNumber, offset: wholeNumber })
const context = v.nullable(text(10_000))

const words = v.pipe(
  text(mostTurnLength),
  v.check((value) => value.trim() !== '', 'This may not be empty.'),
)

const said = {
  prefix: v.pipe(v.optional(context), v.description('What stands right before the words.')),
  suffix: v.pipe(v.optional(context), v.description('What stands right after the words.')),
  turn: v.pipe(v.optional(v.nullable(wholeNumber)), v.description('The turn in which the words begin.')),
}

export const SpanDraft = v.object({ start: place, end: place })

/** Words somebody quotes, with what stands before and after them where the words alone stand in several places. */
export const QuoteDraft = v.object({ exact: words, ...said })
export type QuoteDraft = v.InferInput<typeof QuoteDraft>

/** Either way: a span, with the words that should stand there if one likes, or a quote. */
export const ExcerptDraft = v.pipe(
  v.object({ start: v.optional(place), end: v.optional(place), exact: v.optional(words), ...said }),
  v.forward(
    v.check(({ start, end, exact }) => exact !== undefined || start !== undefined || end === undefined, missing),
    ['start'],
  ),
  v.forward(
    v.check(({ start, end }) => start === undefined || end !== undefined, missing),
    ['end'],
  ),
  v.forward(
    v.check(({ start, exact }) => start !== undefined || exact !== undefined, 'Say start and end, or the exact words.'),
    ['exact'],
  ),
)
export type ExcerptDraft = v.InferInput<typeof ExcerptDraft>

export const between = '\n\n'
export const contextLength = 32

const fieldsOf = ({ start, end }: Span) => [['start', start] as const, ['end', end] as const]

/** Refuses a span whose ends are in turns that are not there. */
export function checkTurns(span: Span, turnCount: number) {
  for (const [field, { turn }] of fieldsOf(span)) {
    if (turn < 0 || turn >= turnCount)
      throw invalid({ [field]: `There is no turn ${turn}; they go from 0 to ${turnCount - 1}.` })
  }
}

/** Refuses a span that lies outside the text of its turns, or takes no words. */
export function checkOffsets(span: Span, textOf: TextOf) {
  for (const [field, { turn, offset }] of fieldsOf(span)) {
    const length = lengthOf(textOf(turn))
    if (offset < 0 || offset > length)
      throw invalid({ [field]: `Offset ${offset} lies outside turn ${turn}, which has ${length} code points.` })
  }
  if (isBefore(span.end, span.start)) throw invalid({ end: 'The end lies before the start.' })
  if (!/\S/.test(wordsOf(span, textOf))) throw invalid({ end: 'There are no words between the start and the end.' })
}

function isBefore(one: Place, other: Place): boolean {
  return one.turn < other.turn || (one.turn === other.turn && one.offset < other.offset)
}

/** The words of a span: `textOf` gives the turns' texts. Several turns are joined by an empty line. */
export function wordsOf({ start, end }: Span, textOf: TextOf): string {
  if (start.turn === end.turn) return slice(textOf(start.turn), start.offset, end.offset)
  const words = [slice(textOf(start.turn), start.offset)]
  for (let turn = start.turn + 1; turn < end.turn; turn++) words.push(textOf(turn))
  words.push(slice(textOf(end.turn), 0, end.offset))
  return words.join(between)
}

/** Up to 32 code points before and after a span, within its first and last turn. */
export function contextOf({ start, end }: Span, textOf: TextOf) {
  return {
    prefix: slice(textOf(start.turn), Math.max(0, start.offset - contextLength), start.offset),
    suffix: slice(textOf(end.turn), end.offset, end.offset + contextLength),
  }
}

/** The span of everything. */
export function wholeSpan(texts: string[]): Span {
  const last = texts.length - 1
  return { start: { turn: 0, offset: 0 }, end: { turn: last, offset: lengthOf(texts[last] ?? '') } }
}

export interface Sentence {
  start: number
  end: number
  text: string
}

const windowLength = 20_000

/** The sentences of a turn from a code point offset on, about 20,000 code points of them; `next` is where the following ones begin. */
export function sentencesOf(text: string, from = 0): { sentences: Sentence[]; next: number | null } {
  const view = slice(text, from, from + windowLength)
  const reachesEnd = indexOf(text, from) + view.length >= text.length
  const segments = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(view)]
  // The window may have cut the last one short.
  const cut = reachesEnd || segments.length < 2 ? null : segments.pop()
  const sentences: Sentence[] = []
  let offset = from
  for (const { segment } of segments) {
    const words = segment.trim()
    const start = offset + lengthOf(segment) - lengthOf(segment.trimStart())
    if (words) sentences.push({ start, end: start + lengthOf(words), text: words })
    offset += lengthOf(segment)
  }
  return { sentences, next: cut || !reachesEnd ? offset : null }
}
