import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { optional, required } from '#app/lib/validation.ts'
import { Rule, type ThingKind } from '../flags/flag.ts'
import type { Counts } from './counts.ts'

export const actNames = [
  'hidden',
  'restored',
  'locked',
  'opened',
  'moved',
  'warned',
  'suspended',
  'released',
  'dismissed',
] as const
/** An account is removed elsewhere, and noted here. */
export type ActName = (typeof actNames)[number] | 'removed'

/** What a moderator presses, and what it does. */
const actWords: Record<ActName, { button: string; did: string }> = {
  hidden: { button: 'Hide it: a tombstone stays', did: 'was hidden' },
  restored: { button: 'Show it again', did: 'was shown again' },
  locked: { button: 'Lock its thread', did: 'had its thread locked' },
  opened: { button: 'Open its thread again', did: 'had its thread opened again' },
  moved: { button: 'Move it, with what answers it', did: 'was moved to another thread' },
  warned: { button: 'Warn its author', did: 'got its author a warning' },
  suspended: { button: 'Suspend its author', did: 'got its author suspended' },
  released: { button: 'End the suspension', did: 'had a suspension ended' },
  dismissed: { button: 'Dismiss the flags: no rule is broken', did: 'was looked at: no rule is broken' },
  removed: { button: 'Remove the account', did: 'had their account removed' },
}

const ofMembers: Partial<Record<ActName, { button: string; did: string }>> = {
  warned: { button: 'Warn them', did: 'was warned' },
  suspended: { button: 'Suspend them', did: 'was suspended' },
}

/** What an act on such a thing is called, as a button and in the log. */
export const wordsFor = (act: ActName, kind: ThingKind) => (kind === 'member' && ofMembers[act]) || actWords[act]

export const thingNames: Record<ThingKind, string> = { post: 'A post', comment: 'A comment', member: 'A member' }

/** "A post was hidden". */
export const didTo = (act: ActName, kind: ThingKind) => `${thingNames[kind]} ${wordsFor(act, kind).did}`

/** Of a member as such nothing can be hidden or locked, and posts are moved nowhere. */
export function actsOn(kind: ThingKind): readonly ActName[] {
  if (kind === 'member') return ['warned', 'suspended', 'released', 'dismissed']
  return kind === 'comment' ? actNames : actNames.filter((act) => act !== 'moved')
}

/** What may be done to all of somebody's flagged posts and comments at once. */
export const isForMany = (act: string) => act === 'hidden' || act === 'dismissed'

export const mostDays = 365

export const ActDraft = v.object({
  act: v.picklist(actNames, 'Choose what to do.'),
  rule: Rule,
  why: required(1000),
  days: v.optional(
    v.pipe(
      v.string(),
      v.transform(Number),
      v.check((days) => Number.isInteger(days) && days >= 1 && days <= mostDays, `A number of days, 1 to ${mostDays}.`),
    ),
    '7',
  ),
  /** Of what is hidden or dismissed: all else of its author's that is flagged, too. */
  all: v.optional(v.string(), ''),
  /** Of a move: the address of what it goes under. */
  to: optional(500),
})

/** An act as everybody reads it: what was done to what, by which rule. Whose it was and why is told to them alone. */
export interface Act {
  id: string
  act: ActName
  kind: ThingKind
  /** Of a member as such nothing that names them. */
  thingId: string | null
  rule: string
  rulesVersion: number
  until: number | null
  counts: Counts
  at: number
  /** Null: no member did it, but whoever has the machine. */
  moderator: string | null
  appeal: 'open' | 'upheld' | 'reversed' | null
}

/** As whoever it concerns reads it. */
export interface OwnAct extends Act {
  why: string
  appealWhy: string
  decidedWhy: string
}

export const mayModerate = (member: Member | null) => mayUse(member, 'moderate')

/** What can be looked at again: what took something from somebody. */
export const isAppealable = ({ act, appeal }: Pick<Act, 'act' | 'appeal'>) =>
  appeal === null && ['hidden', 'locked', 'moved', 'warned', 'suspended'].includes(act)
