import type { ClaimKind } from '#app/features/claims/claim.ts'
import { invalid } from '#app/lib/refusal.ts'

export const sorts = ['newest', 'contested', 'bound', 'agreed', 'moved'] as const
export type ClaimSort = (typeof sorts)[number]

/** What a list is called, and what puts a claim into it. */
export const sortWords: Record<ClaimSort, { name: string; rule: string; none: string }> = {
  newest: {
    name: 'Newest',
    rule: 'The newest first.',
    none: 'Here stand the cases and propositions that people judge.',
  },
  contested: {
    name: 'Contested now',
    rule: 'Where, all things considered, at least five judged and three in ten are on either side; the most evenly divided first, few members counting less than many.',
    none: 'Nothing is contested now: at least five members must have judged, and three in ten stand on either side.',
  },
  bound: {
    name: 'Most standpoint-bound',
    rule: 'Where the same members judge otherwise from one of the first two standpoints than from the other, by more than chance would explain; the furthest apart first.',
    none: 'Of no claim can it be said yet: at least ten members must have judged from both of its first two standpoints.',
  },
  agreed: {
    name: 'Agreed across camps',
    rule: 'What camps that otherwise judge apart all say; the most agreed first.',
    none: 'Nothing yet: camps show only where at least fifteen members have judged and fall into groups.',
  },
  moved: {
    name: 'Most moved',
    rule: 'Where the most ballots were changed by a comment or by words that a member names.',
    none: 'Nobody has said yet that a comment or an excerpt changed their ballot.',
  },
}

export interface Listed {
  sort: ClaimSort
  kind: ClaimKind | null
}

/** Reads `?sort=` and `?kind=`. */
export function listedBy(url: URL): Listed {
  const [sort, kind] = [url.searchParams.get('sort') ?? 'newest', url.searchParams.get('kind')]
  if (!sorts.includes(sort as ClaimSort)) throw invalid({ sort: `A sort is one of ${sorts.join(', ')}.` })
  if (kind && kind !== 'case' && kind !== 'proposition') throw invalid({ kind: 'A kind is case or proposition.' })
  return { sort: sort as ClaimSort, kind: (kind || null) as ClaimKind | null }
}

/** The list's address. */
export function listPath({ sort, kind }: Listed): string {
  const query = new URLSearchParams({ ...(sort === 'newest' ? {} : { sort }), ...(kind ? { kind } : {}) }).toString()
  return query ? `/claims?${query}` : '/claims'
}
