import * as v from 'valibot'
import { type Claim, questions } from '#app/features/claims/claim.ts'
import type { Standpoint } from '#app/features/claims/standpoint.ts'
import { isoTime } from '#app/lib/clock.ts'
import { FramingAnswer, framingAnswer } from './framing-answer.server.ts'

export const StandpointAnswer = v.object({
  id: v.string(),
  name: v.string(),
  definition: v.string(),
  propositionId: v.nullable(v.string()),
})

export const ClaimAnswer = v.object({
  id: v.string(),
  kind: v.picklist(['case', 'proposition']),
  statement: v.string(),
  context: v.string(),
  asks: v.picklist(['', ...questions]),
  settledBy: v.string(),
  variantOf: v.nullable(v.string()),
  differs: v.string(),
  version: v.number(),
  author: v.object({ handle: v.string() }),
  createdAt: v.string(),
  standpoints: v.pipe(v.array(StandpointAnswer), v.description('The first is "all things considered".')),
  framings: v.array(FramingAnswer),
})

export function standpointAnswer(standpoint: Standpoint): v.InferOutput<typeof StandpointAnswer> {
  const { id, name, definition, propositionId } = standpoint
  return { id, name, definition, propositionId }
}

export function claimAnswer(claim: Claim): v.InferOutput<typeof ClaimAnswer> {
  const { contextHtml: _, ...said } = claim
  return {
    ...said,
    author: { handle: claim.author.handle },
    createdAt: isoTime(claim.createdAt),
    standpoints: claim.standpoints.map(standpointAnswer),
    framings: claim.framings.map(framingAnswer),
  }
}
