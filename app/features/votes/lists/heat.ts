import { hotOf } from '../ranking.ts'

interface Warm {
  id: string
  score: number
  published_at: number
}

const hour = 3_600_000

const heatAt = (score: number, publishedAt: number, asOf: number) =>
  hotOf(score, Math.max(0, asOf - publishedAt) / hour)

/** Each once, the hottest first. */
export function byHeat<T extends Warm>(posts: readonly T[], asOf: number): (T & { hot: number })[] {
  const each = [...new Map(posts.map((post) => [post.id, post])).values()]
  const warm = each.map((post) => ({ ...post, hot: heatAt(post.score, post.published_at, asOf) }))
  return warm.sort((a, b) => b.hot - a.hot || (a.id < b.id ? 1 : -1))
}

/** As hot as a post can be that is neither among the newest nor among the most approved: it has at most the score of the last of these, and at least the age of the last of those (Fagin's threshold). */
export function outsidersHeat(newest: readonly Warm[], top: readonly Warm[], asOf: number): number {
  const [oldest, least] = [newest.at(-1), top.at(-1)]
  if (!oldest || !least) return Number.NEGATIVE_INFINITY
  // What is disliked warms up with age, towards 0.
  return Math.max(0, heatAt(least.score, oldest.published_at, asOf))
}
