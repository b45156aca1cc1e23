import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { text } from '#app/lib/validation.ts'

const words = (most: number) => v.optional(v.pipe(text(most), v.trim()))

/** What an edit says: words anew, where what is left out stays, and whether they mean the same. */
export const LabelEdit = v.object({
  definition: words(2000),
  examples: words(4000),
  counterExamples: words(4000),
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
