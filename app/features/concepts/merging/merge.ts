import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { id, required } from '#app/lib/validation.ts'

/** Why somebody merges; everybody can read it. */
export const Reason = v.object({ why: required(500) })
export type Reason = v.InferInput<typeof Reason>

/** Which concept one is merged into; null takes its merge back. */
export const Merge = v.object({ into: v.nullable(id), why: required(500) })

/** A concept's maker, and everybody who wrote a version of it. */
export interface Written {
  memberId: string
  editorIds: readonly string[]
}

/** Moderators; and whoever made either of the two, while nobody else has edited that one. */
export function mayMerge(member: Member | null, either: readonly Written[]): boolean {
  if (!member) return false
  const isOwn = ({ memberId, editorIds }: Written) =>
    memberId === member.id && editorIds.every((editorId) => editorId === member.id)
  return mayUse(member, 'moderate') || either.some(isOwn)
}

/** A merge, or that one was taken back. */
export interface Merging {
  id: string
  kind: 'merged' | 'parted'
  conceptId: string
  name: string
  otherId: string
  otherName: string
  why: string
  handle: string
  at: number
}
