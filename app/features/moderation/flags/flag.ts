import * as v from 'valibot'
import { optional } from '#app/lib/validation.ts'
import { ruleKeys } from '../rules/rules.ts'

/** What can be flagged and moderated: words by their author, or a member as such. */
export const thingKinds = ['post', 'comment', 'member'] as const
export type ThingKind = (typeof thingKinds)[number]

export interface ThingRef {
  kind: ThingKind
  id: string
}

export const Rule = v.picklist(ruleKeys, 'Choose the rule that it breaks.')

export const FlagDraft = v.object({ rule: Rule, why: optional(500) })

/** A thing that members flagged, with what they say. */
export interface Flagged extends ThingRef {
  count: number
  firstAt: number
  said: { rule: string; why: string; at: number }[]
}
