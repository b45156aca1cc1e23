import * as v from 'valibot'
import { text } from '#app/lib/validation.ts'

/** The longest text that can be answered is a turn. */
const mostStart = 1_000_000

/** Words of what a comment answers; `start` counts code points of its body. */
export const QuoteDraft = v.object({
  exact: v.pipe(
    text(5000),
    v.check((value) => value.trim() !== '', 'A quote has words.'),
  ),
  prefix: v.nullish(text(500), ''),
  suffix: v.nullish(text(500), ''),
  start: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostStart))),
})
export type QuoteDraft = v.InferOutput<typeof QuoteDraft>

/** How surely the quoted words are found in what is answered as it reads now. */
export const anchorStates = ['exact', 'approximate', 'ambiguous', 'orphaned'] as const
export type AnchorState = (typeof anchorStates)[number]

/** What words are quoted of: the comment that is answered, or the subject of the thread. */
export interface Target {
  kind: string
  id: string
}

export interface Quote {
  exact: string
  prefix: string
  suffix: string
  start: number | null
  /** The words stood in what the comment answers when it was written. Never said of what could not be checked. */
  isVerified: boolean
  target: Target
  /** The revision of a post or comment that the words were taken from, where it is known. */
  revision: number | null
  anchored: AnchorState
  /** What was quoted is deleted: its words are nowhere to be seen. */
  isTargetDeleted: boolean
}

/** Words of a post or comment that a comment quotes, in code points of its text. */
export interface QuotedWords {
  commentId: string
  from: number
  to: number
}
