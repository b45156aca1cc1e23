import * as v from 'valibot'
import { type State, stateOf as stateOfCounts } from '#app/lib/statistics.ts'

export const labelVoteValues = ['agree', 'disagree', 'unsure'] as const
export type LabelVoteValue = (typeof labelVoteValues)[number]

export const LabelVoteDraft = v.object({ value: v.picklist(labelVoteValues) })

export interface Machine {
  classifier: string
  score: number | null
}

/** A label on an excerpt, with its votes. */
export interface Labelling {
  labelId: string
  name: string
  agree: number
  disagree: number
  unsure: number
  /** Votes that the state rests on: agree and disagree, without the one that put the label on. */
  n: number
  state: State
  /** Votes on words of the label that meant something else: never added to the others. */
  earlier: Record<LabelVoteValue, number>
  /** Came with the data. */
  given: boolean
  /** The newest word of a classifier. */
  machine: Machine | null
  mine: LabelVoteValue | null
  /** The member voted on earlier words, and has not said yet how it is with these. */
  isMineEarlier: boolean
}

export interface LabelCounts {
  agree: number
  disagree: number
  placingAgree: number
  placingDisagree: number
}

/** Agree and disagree without the placing vote: what states and rankings rest on. */
export function judgedOf(counts: LabelCounts): { agree: number; disagree: number } {
  return { agree: counts.agree - counts.placingAgree, disagree: counts.disagree - counts.placingDisagree }
}

export function stateOf(counts: LabelCounts): State {
  const { agree, disagree } = judgedOf(counts)
  return stateOfCounts({ fits: agree, misfits: disagree })
}

/** Sorts by how split and how well attended: 0 nobody or all of one mind, near 1 many halved; 20:20 stands above 1:1. */
export function contestednessOf({ agree, disagree }: { agree: number; disagree: number }): number {
  const n = agree + disagree
  return n === 0 ? 0 : (1 - Math.abs(agree - disagree) / n) * (1 - 2 ** (-n / 5))
}

/** Whether it is contested, and where it is settled, on which side. */
export function stateWords({ state, agree, disagree }: Pick<Labelling, 'state' | 'agree' | 'disagree'>): string {
  return state === 'settled' ? `settled: ${agree > disagree ? 'fits' : 'does not fit'}` : state
}

/** "4 agree, 3 disagree, 1 unsure". */
export function tallyWords({ agree, disagree, unsure }: Pick<Labelling, LabelVoteValue>): string {
  return `${agree} agree, ${disagree} disagree, ${unsure} unsure`
}

/** "lightbright, a classifier: score 0.93". */
export function machineWords({ classifier, score }: Machine): string {
  return score === null ? `${classifier}, a classifier` : `${classifier}, a classifier: score ${score}`
}
