import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { id, required } from '#app/lib/validation.ts'

/** Why a moderator decides something; everybody can read it. */
export const Reason = v.object({ why: required(500) })
export type Reason = v.InferInput<typeof Reason>

/** What is chosen in the form for merging. */
export const Chosen = v.object({ into: required(100), why: required(500) })

/** Which label one is merged into; null takes its merge back. */
export const Merge = v.object({ into: v.nullable(id), why: required(500) })
export const Dispute = v.object({ change: v.literal('changed'), why: required(500) })
export const Retirement = v.object({ retired: v.boolean(), why: required(500) })

/** Moderators merge and retire labels, and say of an edit that it means something else. */
export const mayRule = (member: Member | null) => mayUse(member, 'moderate')

export type RulingKind = 'merged' | 'parted' | 'retired' | 'returned' | 'changed'

/** What a moderator decided about a label. */
export interface Ruling {
  id: string
  kind: RulingKind
  labelId: string
  name: string
  /** Of a merge, what it was merged into. */
  otherId: string | null
  otherName: string | null
  /** Of an edit that means something else, which. */
  version: number | null
  why: string
  handle: string
  at: number
}
