import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { optional } from '#app/lib/validation.ts'

/** What an edit says: all words anew, and whether they mean the same. */
export const LabelEdit = v.object({
  definition: optional(2000),
  examples: optional(4000),
  counterExamples: optional(4000),
  change: v.picklist(['same', 'changed'], 'Say whether the meaning is the same or changed.'),
})
export type LabelEdit = v.InferInput<typeof LabelEdit>

/** Whoever proposed it, and moderators. */
export function mayEditLabel(member: Member | null, proposerId: string): boolean {
  return member !== null && (member.id === proposerId || mayUse(member, 'moderate'))
}

export interface LabelVersion {
  version: number
  change: 'first' | 'same' | 'changed'
  definition: string
  examples: string
  counterExamples: string
  handle: string
  createdAt: number
}
