import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { required } from '#app/lib/validation.ts'

/** How one thing can relate to another, as it reads from either end. */
export interface RelationKind {
  id: string
  name: string
  inverse: string
  isSymmetric: boolean
  /** None may lead in a circle. */
  isAcyclic: boolean
  changes: number
}

const line = v.pipe(
  required(60),
  v.transform((given) => given.replace(/\s+/g, ' ')),
)

/** The names of a kind; the same twice reads the same from both ends. */
export const KindNames = v.object({ name: line, inverse: line })
export const KindDraft = v.object({ ...KindNames.entries, acyclic: v.optional(v.boolean(), false) })
export type KindNames = v.InferInput<typeof KindNames>
export type KindDraft = v.InferInput<typeof KindDraft>

/** Moderators extend the vocabulary. */
export const mayNameKinds = (member: Member | null) => mayUse(member, 'moderate')
