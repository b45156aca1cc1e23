import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { id, required, text } from '#app/lib/validation.ts'
import { Asks, contextLimit, differsLimit, settledByLimit, statementLimit } from '../claim.ts'
import { framingDefinitionLimit, framingNameLimit } from '../framing.ts'
import { standpointDefinitionLimit, standpointNameLimit } from '../standpoint.ts'

/** What has versions of wording, on which votes are cast. */
export type WordedKind = 'claim' | 'standpoint' | 'framing'

export interface Worded {
  kind: WordedKind
  id: string
}

const words = (most: number) => v.optional(v.pipe(text(most), v.trim()))
const change = v.picklist(['same', 'changed'], 'Say whether the meaning is the same or changed.')

/** What an edit says: words anew, where what is left out stays, and whether they mean the same. */
export const ClaimEdit = v.object({
  statement: v.optional(required(statementLimit)),
  context: words(contextLimit),
  asks: v.optional(Asks),
  settledBy: words(settledByLimit),
  differs: words(differsLimit),
  change,
})

export const StandpointEdit = v.object({
  name: v.optional(required(standpointNameLimit)),
  definition: v.optional(required(standpointDefinitionLimit)),
  change,
})

export const FramingEdit = v.object({
  name: v.optional(required(framingNameLimit)),
  definition: v.optional(required(framingDefinitionLimit)),
  coinedBy: words(200),
  change,
})

export type ClaimEdit = v.InferInput<typeof ClaimEdit>
export type StandpointEdit = v.InferInput<typeof StandpointEdit>
export type FramingEdit = v.InferInput<typeof FramingEdit>
export type Change = 'same' | 'changed'

/** Why a moderator decides something; everybody can read it. */
export const Reason = v.object({ why: required(500) })
export type Reason = v.InferInput<typeof Reason>
export const Dispute = v.object({ change: v.literal('changed'), why: required(500) })
/** Which framing one is merged into. */
export const Merge = v.object({ into: id, why: required(500) })
export type Merge = v.InferInput<typeof Merge>

/** Whoever proposed it, and moderators. */
export function mayEdit(member: Member | null, proposerId: string | null): boolean {
  return member !== null && (member.id === proposerId || mayUse(member, 'moderate'))
}

/** Moderators merge framings, and say of an edit that it means something else. */
export const mayRule = (member: Member | null) => mayUse(member, 'moderate')

export type Words = Readonly<Record<string, string>>

export const fieldNames: Record<string, string> = {
  statement: 'Statement',
  context: 'Context',
  asks: 'What it asks',
  settledBy: 'What would settle it',
  differs: 'What differs',
  name: 'Name',
  definition: 'Definition',
  coinedBy: 'Coined by',
}

/** What a thing said from a version on. */
export interface Version {
  version: number
  change: 'first' | Change
  words: Words
  /** Null: built in. */
  handle: string | null
  createdAt: number
  /** The moderator who said that it changed the meaning. */
  ruling: { handle: string; why: string; at: number } | null
}

/** Which fields a version says otherwise than the one before it. */
export function changesOf(
  version: Version,
  before: Version | undefined,
): { field: string; from: string; to: string }[] {
  if (!before) return []
  return Object.entries(version.words)
    .map(([field, to]) => ({ field, from: before.words[field] ?? '', to }))
    .filter(({ from, to }) => from !== to)
}

/** The edit that a form of the history names: `claim ID 2`. */
export function wordedFrom(edit: string): Worded & { version: number } {
  const [kind = '', named = '', version = ''] = edit.split(' ')
  const isKind = kind === 'standpoint' || kind === 'framing'
  return { kind: isKind ? kind : 'claim', id: named, version: /^\d{1,6}$/.test(version) ? Number(version) : 0 }
}
