import {
  type Difference,
  meanDifference,
  meanInterval,
  type Proportion,
  type Sample,
  shareDifference,
} from '#app/lib/differences.ts'
import { invalid } from '#app/lib/refusal.ts'
import { type Interval, wilson } from '#app/lib/statistics.ts'

/** What of a label is counted: transcripts that carry it by most votes, of all there are, or of those on which anybody voted; or the settled ones. */
export const countings = ['all', 'judged', 'settled'] as const
export type Counting = (typeof countings)[number]

/** Null: a transcript that says none. */
export type Condition = string | null

/** What of a collection is compared; all of it stands in the address. */
export interface Comparing {
  counting: Counting
  /** The two conditions between which the gap is; empty: the first two. */
  of: string
  against: string
  /** One label or score alone; empty: the first few. */
  label: string
  score: string
}

export function comparingOf(query: URLSearchParams): Comparing {
  const counting = countings.find((one) => one === (query.get('counting') || 'all'))
  if (!counting) throw invalid({ counting: `What is counted is one of ${countings.join(', ')}.` })
  const get = (name: string) => query.get(name) ?? ''
  return { counting, of: get('of'), against: get('against'), label: get('label'), score: get('score') }
}

export function comparingQuery({ counting, ...names }: Comparing): string {
  const query = new URLSearchParams(Object.entries(names).filter(([, value]) => value !== ''))
  if (counting !== 'all') query.set('counting', counting)
  return query.size > 0 ? `?${query}` : ''
}

/** Fewer than so many transcripts say too little to set conditions apart. */
export const fewest = 5

/** So many transcripts of a condition. */
export interface Cell extends Proportion {
  condition: Condition
}

/** One share, condition by condition, and the gap between the two that are compared. */
export interface Series {
  kind: 'label' | 'classifier' | 'score'
  name: string
  /** The classifier, or the value of the score. */
  value: string | null
  labelId: string | null
  cells: (Cell & { share: number | null } & Interval)[]
  gap: Difference | null
  tooFew: boolean
}

export type Pair = readonly [Condition, Condition]

export function seriesOf(
  said: Pick<Series, 'kind' | 'name' | 'value' | 'labelId'>,
  cells: Cell[],
  pair: Pair | null,
): Series {
  const shared = cells.map((cell) => {
    const share = cell.n === 0 ? null : cell.yes / cell.n
    return { ...cell, share, ...wilson(share ?? 0, cell.n) }
  })
  const two = twoOf(cells, pair)
  const tooFew = !two || two.some(({ n }) => n < fewest)
  return { ...said, cells: shared, gap: two && !tooFew ? shareDifference(...two) : null, tooFew }
}

function twoOf<T extends { condition: Condition }>(cells: T[], pair: Pair | null): [T, T] | null {
  const [one, other] = (pair ?? []).map((name) => cells.find(({ condition }) => condition === name))
  return one && other ? [one, other] : null
}

/** A score's numbers, condition by condition: how they spread over bins of equal width, and their mean. */
export interface Spread {
  name: string
  low: number
  high: number
  cells: (Sample & { condition: Condition; interval: Interval | null; bins: number[] })[]
  gap: Difference | null
  tooFew: boolean
}

export function spreadOf(
  score: Pick<Spread, 'name' | 'low' | 'high'>,
  cells: (Sample & { condition: Condition; bins: number[] })[],
  pair: Pair | null,
): Spread {
  const two = twoOf(cells, pair)
  const tooFew = !two || two.some(({ n }) => n < fewest)
  return {
    ...score,
    cells: cells.map((cell) => ({ ...cell, interval: meanInterval(cell) })),
    gap: two && !tooFew ? meanDifference(...two) : null,
    tooFew,
  }
}

/** The two conditions that are compared: those that are named, else the first two; never those furthest apart. */
export function pairOf(conditions: Condition[], { of, against }: Pick<Comparing, 'of' | 'against'>): Pair | null {
  const named = (name: string) => conditions.find((one) => one !== null && one === name)
  const one = named(of) ?? conditions.find((other) => other !== named(against))
  const other = named(against) ?? conditions.find((another) => another !== one)
  return one === undefined || other === undefined || one === other ? null : [one, other]
}

export const conditionWords = (condition: Condition) => condition ?? 'no condition, no model'
