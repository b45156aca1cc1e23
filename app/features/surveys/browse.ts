import { invalid } from '#app/lib/refusal.ts'

export const sorts = ['order', 'score', 'split', 'random'] as const
export type Sort = (typeof sorts)[number]

/** Which transcripts of a collection, and in which order; all of it stands in the address. */
export interface Browse {
  sort: Sort
  /** The score to sort by. */
  score: string
  way: 'high' | 'low'
  /** What the order at random is made from: the same seed, the same order. */
  seed: string
  /** Empty: all conditions. */
  condition: string
  /** Id of a label that they carry; empty: whatever they carry. */
  label: string
}

export function browseOf(query: URLSearchParams): Browse {
  const score = query.get('score') ?? ''
  const asked = query.get('sort') || 'order'
  const sort = sorts.find((one) => one === asked)
  if (!sort) throw invalid({ sort: `The orders are ${sorts.join(', ')}.` })
  return {
    sort: sort === 'score' && !score ? 'order' : sort,
    score,
    way: query.get('way') === 'low' ? 'low' : 'high',
    seed: (query.get('seed') ?? '').slice(0, 40),
    condition: query.get('condition') ?? '',
    label: query.get('label') ?? '',
  }
}

/** The same as a query, without what is usual: `?sort=split&condition=paid`, or nothing. */
export function queryOf({ sort, score, way, seed, condition, label }: Browse): string {
  const query = new URLSearchParams()
  if (sort !== 'order') query.set('sort', sort)
  if (sort === 'score') query.set('score', score)
  if (sort === 'score' && way === 'low') query.set('way', way)
  if (sort === 'random') query.set('seed', seed)
  if (condition) query.set('condition', condition)
  if (label) query.set('label', label)
  return query.size > 0 ? `?${query}` : ''
}

export const isNarrowed = ({ condition, label }: Browse) => condition !== '' || label !== ''
