import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { lengthOf } from '#app/lib/text.ts'
import { required } from '#app/lib/validation.ts'

const leastWords = 2

/** Words that nobody should read any more, and why. */
export const RedactionDraft = v.object({
  words: v.pipe(
    required(10_000),
    v.check((words) => lengthOf(words) >= leastWords, `Give at least ${leastWords} characters.`),
  ),
  why: required(500),
})
export type RedactionDraft = v.InferInput<typeof RedactionDraft>

/** Moderators, and who brought the transcript. */
export function mayRedact(member: Member | null, { addedBy }: { addedBy: string }): boolean {
  return mayUse(member, 'moderate') || member?.handle === addedBy
}
