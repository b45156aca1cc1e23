import * as v from 'valibot'
import { type FieldErrors, invalid } from './refusal.ts'
import { lengthOf, thousands, unkeepable } from './text.ts'

/** Reads input by a schema, or refuses it with sentences by field (`turns.0.text`). */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors: FieldErrors = {}
  for (const issue of result.issues) {
    const field = v.getDotPath(issue) ?? 'body'
    errors[field] = [...(errors[field] ?? []), sentenceOf(issue)]
  }
  throw invalid(errors)
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema') return issue.message
  if (issue.input === undefined) return 'This is missing.'
  return issue.expected ? `Expected ${issue.expected}, got ${issue.received}.` : issue.message
}

/** Text that both engines can keep, of at most so many code points. */
export function text(most: number) {
  return v.pipe(
    v.string(),
    v.check(
      (value) => !unkeepable(value),
      (issue) => `This ${unkeepable(issue.input)}`,
    ),
    v.check(
      // No text has more code points than units, which need no counting.
      (value) => value.length <= most || lengthOf(value) <= most,
      (issue) => `At most ${thousands(most)} characters; this has ${thousands(lengthOf(issue.input))}.`,
    ),
    v.description(`At most ${thousands(most)} code points.`),
  )
}

/** A line or more that may not be empty; white space at the ends is dropped. */
export function required(most: number) {
  return v.pipe(
    text(most),
    v.trim(),
    v.check((value) => value.length > 0, 'This may not be empty.'),
  )
}

/** Text that may be left out, then empty; white space at the ends is dropped. */
export function optional(most: number) {
  return v.optional(
    v.pipe(
      v.nullable(text(most), ''),
      v.transform((value) => value ?? ''),
      v.trim(),
    ),
    '',
  )
}

/** An opaque id as a client sends it; whether it is there is for the verb to find out. */
export const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/, 'This is not an id.'))
