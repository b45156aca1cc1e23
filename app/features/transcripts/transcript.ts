import * as v from 'valibot'
import { shortened, thousands } from '#app/lib/text.ts'
import { optional, text } from '#app/lib/validation.ts'

export const turnRoles = ['system', 'user', 'assistant', 'scratchpad', 'tool'] as const
export type TurnRole = (typeof turnRoles)[number]

export const completenesses = ['whole', 'excerpt', 'elided', 'retold'] as const
export type Completeness = (typeof completenesses)[number]

/** One turn of a transcript. The text is kept as it came, line ends included. */
export interface Turn {
  role: TurnRole
  speaker: string | null
  text: string
}

export type Score = number | string | boolean | null

/** What is known of a transcript beside its turns. */
export interface TranscriptFacts {
  id: string
  title: string
  model: string | null
  condition: string | null
  source: string | null
  licence: string | null
  completeness: Completeness
  scores: Record<string, Score>
  turnCount: number
  excerptCount: number
  /** Handle of the member who brought it. */
  addedBy: string
  createdAt: number
}

export interface Transcript extends TranscriptFacts {
  turns: Turn[]
}

export const mostTurns = 5000
export const mostTurnLength = 1_000_000
/** Of all turns' texts together, in UTF-8. */
export const mostBytes = 20_000_000
/** Of a body that holds them: JSON and forms write what is not ASCII with up to three bytes for each of its own. */
export const bodyMegabytes = 65
const mostScores = 200

const orNull = (most: number) =>
  v.pipe(
    optional(most),
    v.transform((value) => value || null),
  )

const TurnDraft = v.object({
  role: v.picklist(turnRoles),
  speaker: orNull(200),
  text: text(mostTurnLength),
})

const Scores = v.pipe(
  v.custom<Record<string, Score>>((given) => !Array.isArray(given), 'Expected scores by name, not a list.'),
  v.record(text(200), v.union([v.pipe(v.number(), v.finite()), text(10_000), v.boolean(), v.null()])),
  v.check((scores) => Object.keys(scores).length <= mostScores, `At most ${mostScores} scores.`),
)

/** What somebody brings. A turn may be empty as long as not all are. */
export const TranscriptDraft = v.object({
  title: optional(200),
  model: orNull(200),
  condition: orNull(200),
  source: orNull(2000),
  licence: orNull(200),
  completeness: v.nullish(v.picklist(completenesses), 'whole'),
  turns: v.pipe(
    v.array(TurnDraft),
    v.minLength(1, 'A transcript has at least one turn.'),
    v.maxLength(mostTurns, `A transcript has at most ${thousands(mostTurns)} turns.`),
    v.check(
      (turns) => turns.length === 0 || turns.some(({ text }) => text.trim() !== ''),
      'All of these turns are empty.',
    ),
  ),
  scores: v.nullish(Scores, {}),
})
export type TranscriptDraft = v.InferInput<typeof TranscriptDraft>

const titleLength = 80

/** A title for a transcript that came without one: the first words that are not the setup. */
export function titleFrom(turns: Turn[]): string {
  const spoken = turns.filter(({ text }) => /\S/.test(text))
  const first = spoken.find(({ role }) => role !== 'system') ?? spoken[0]
  return shortened(first?.text ?? '', titleLength)
}

const partLength = 400_000
const partTurns = 200

/** Where the parts begin in which a long transcript is shown: at most 200 turns or about 400,000 characters each. */
export function partsOf(lengths: number[]): number[] {
  const starts = [0]
  let length = 0
  lengths.forEach((own, turn) => {
    const isFull = turn - (starts.at(-1) as number) >= partTurns || length + own > partLength
    if (isFull && turn > 0) {
      starts.push(turn)
      length = 0
    }
    length += own
  })
  return starts
}

/** The address of a turn: the part that holds it, then the turn. Turns count from 0, as in the API. */
export function turnAddress(transcriptId: string, turn: number): string {
  return `/transcripts/${transcriptId}${turn < 1 ? '' : `?from=${turn}`}#t-${turn}`
}

export interface NumberedTurn {
  number: number
  turn: Turn
}

/** Some turns of a transcript with their numbers, `from` being the first one's. */
export function numbered(turns: Turn[], from = 0): NumberedTurn[] {
  return turns.map((turn, i) => ({ number: from + i, turn }))
}
