import { type PostKind, postKinds } from '#app/features/discussion/post.ts'
import { invalid } from '#app/lib/refusal.ts'

export const postOrders = ['hot', 'new', 'top', 'active', 'unanswered'] as const
export type PostOrder = (typeof postOrders)[number]

export const topWindows = ['day', 'week', 'month', 'year', 'all'] as const
export type TopWindow = (typeof topWindows)[number]

const day = 86_400_000

/** How far back each window reaches, in ms. */
export const windowMs: Record<TopWindow, number> = {
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
  all: Number.POSITIVE_INFINITY,
}

/** Which posts are asked for, and in which order. */
export interface PostsAsked {
  sort: PostOrder
  of: TopWindow
  kind: PostKind | undefined
}

/** Reads `?sort=`, `?of=` and `?kind=`; what is none of them is refused by name. */
export function postsAskedIn(query: URLSearchParams, usual: PostOrder): PostsAsked {
  const sort = oneOf('sort', query, postOrders) ?? usual
  const kind = sort === 'unanswered' ? 'question' : oneOf('kind', query, postKinds)
  return { sort, of: oneOf('of', query, topWindows) ?? 'week', kind }
}

function oneOf<T extends string>(name: string, query: URLSearchParams, known: readonly T[]): T | undefined {
  const given = query.get(name)
  if (given === null || given === '') return undefined
  const found = known.find((one) => one === given)
  if (!found) throw invalid({ [name]: `This is one of ${known.join(', ')}.` })
  return found
}

/** The address that asks for these posts. */
export function postsPath({ sort, of, kind }: PostsAsked): string {
  const query = new URLSearchParams({ sort })
  if (sort === 'top') query.set('of', of)
  if (kind && sort !== 'unanswered') query.set('kind', kind)
  return `/posts?${query}`
}
