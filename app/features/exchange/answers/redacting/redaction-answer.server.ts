import * as v from 'valibot'
import { isoTime } from '#app/lib/clock.ts'

const kinds = ['post', 'comment', 'label', 'claim', 'framing', 'collection', 'concept', 'relation', 'member'] as const

export const RedactionAnswer = v.object({
  id: v.string(),
  transcriptId: v.string(),
  places: v.pipe(v.number(), v.description('In how many places of the transcript the words stood.')),
  why: v.string(),
  by: v.object({ handle: v.string() }),
  at: v.string(),
  alsoIn: v.pipe(
    v.array(v.object({ type: v.picklist(kinds), id: v.string() })),
    v.description(
      'What members had written that held the words themselves, which was left; told to those who may redact.',
    ),
  ),
})
type RedactionAnswer = v.InferOutput<typeof RedactionAnswer>

interface Masked {
  id: string
  handle: string
  places: number
  why: string
  at: number
  copies: { kind: RedactionAnswer['alsoIn'][number]['type']; id: string }[]
}

/** What the API says of a masking: never the words. */
export function redactionAnswer(
  transcriptId: string,
  { id, handle, places, why, at, copies }: Masked,
): RedactionAnswer {
  const alsoIn = copies.map((copy) => ({ type: copy.kind, id: copy.id }))
  return { id, transcriptId, places, why, by: { handle }, at: isoTime(Number(at)), alsoIn }
}
