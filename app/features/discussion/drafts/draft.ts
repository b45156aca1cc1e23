import * as v from 'valibot'
import { lengthOf } from '#app/lib/text.ts'
import { text } from '#app/lib/validation.ts'

/** What a form holds, by the names of its fields. */
export type Fields = Record<string, string>

const mostFields = 150
const mostText = 400_000

/** How many drafts a member may have, set aside ones with them. */
export const mostDrafts = 200

const Fields = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-zA-Z][\w.-]{0,79}$/, 'This is no name of a field.')), text(mostText)),
  v.check((fields) => Object.keys(fields).length <= mostFields, `A draft has at most ${mostFields} fields.`),
  v.check(
    (fields) => Object.values(fields).reduce((sum, value) => sum + lengthOf(value), 0) <= mostText,
    'A draft has at most 400,000 characters.',
  ),
)

/** What is typed so far. `revision` is that of the draft it began from, 0 where there was none; `window` tells one open form from another. */
export const DraftTyped = v.object({
  fields: Fields,
  revision: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 2)),
  window: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{0,40}$/, 'This is no name of a window.')), ''),
})
export type DraftTyped = v.InferInput<typeof DraftTyped>

/** A draft as lists show it. */
export interface DraftLine {
  id: string
  place: string
  revision: number
  /** The first of what was typed, on one line. */
  words: string
  savedAt: number
  /** Typed in a window that began from an older draft, and kept beside the newer one. */
  isSetAside: boolean
}

export interface Draft extends DraftLine {
  /** What it is set aside under; empty for the draft itself. */
  window: string
  fields: Fields
}

/** What a form knows of the draft that it began from. */
export type Begun = Pick<v.InferOutput<typeof DraftTyped>, 'revision' | 'window'>

/** Fields that say how the form was sent, and are no part of what was typed. */
const isOfTheForm = (name: string) => name === 'intent' || name.startsWith('draft.')

export function typedIn(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isOfTheForm(name)))
}

/** Chosen for whoever opens the form, or of use beside words alone. */
const isGiven = (name: string) => /^(kind|asks|revision|variantOf|quote\..+|bearing\.(?!claimId$).+)$/.test(name)

export const isNothingTyped = (fields: Fields): boolean =>
  Object.entries(fields).every(([name, value]) => isGiven(name) || value.trim() === '')

export function begunIn(values: Fields): Begun {
  const revision = Number(values['draft.revision'])
  const window = values['draft.window'] ?? ''
  return {
    revision: Number.isSafeInteger(revision) && revision >= 0 ? Math.min(revision, 2 ** 31 - 2) : 0,
    window: /^[\w-]{0,40}$/.test(window) ? window : '',
  }
}
