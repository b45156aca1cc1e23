import type { Concept } from '#app/features/concepts/concept.ts'
import { workKeyOf, workKeysOf } from '#app/features/concepts/work-key.ts'
import { linksTo } from '#app/features/mentions/links.server.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { wordsIn } from '../posts/review.server.ts'
import { pointsIn } from './points.server.ts'
import * as queries from './reviews.queries.server.ts'

/** Keeps which works a post reviews, by its address and by what it says it is about; nothing of what is no review. */
export async function keepReviewed(
  tx: Db,
  post: { id: string; kind: string; url: string | null; review: string | null },
) {
  await queries.deleteReviewed(tx, post.id)
  if (post.kind !== 'review') return
  const named = [post.url ?? '', wordsIn(post.review)?.paper ?? '']
  const keys = new Set(named.map(workKeyOf).filter((key) => key !== null))
  await queries.insertReviewed(
    tx,
    [...keys].map((work_key) => ({ post_id: post.id, work_key })),
  )
}

/** A review of a paper, with the points that it makes. */
export interface ReviewLine {
  id: string
  title: string
  handle: string
  createdAt: number
  points: string[]
  commentCount: number
}

const mostReviews = 50

/** The newest reviews of a paper, whatever they call it by, and whether there are more. */
export async function reviewsOf(db: Db, { id, kind, name, aliases, facts }: Concept) {
  if (kind !== 'paper') return { reviews: [], hasMore: false }
  const names = await namesLeadingTo(db, id, [name, ...aliases])
  const keys = workKeysOf({ id, names, facts })
  const rows = await queries.selectReviews(db, keys, { limit: mostReviews, after: null })
  const reviews = rows.slice(0, mostReviews).map((row): ReviewLine => {
    const { title, handle, created_at: createdAt, comment_count } = row
    return { id: row.id, title, handle, createdAt, points: pointsIn(row.html), commentCount: comment_count ?? 0 }
  })
  return { reviews, hasMore: rows.length > mostReviews }
}

/** A name that a label or framing has as well leads to that. */
async function namesLeadingTo(db: Db, id: string, names: string[]): Promise<string[]> {
  const links = await linksTo(db, names)
  return names.filter((name) => links.get(nameKey(name)) === `/concepts/${id}`)
}
