import type { PostKind, PostLine } from '#app/features/discussion/post.ts'
import { postsByIds } from '#app/features/discussion/posts/post-lines.server.ts'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { now } from '#app/lib/clock.ts'
import { type Page, type Paged, paged, scoreAndId, timeAndId, timeNumberAndId } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import { byHeat, outsidersHeat } from './heat.ts'
import * as queries from './post-lists.queries.server.ts'
import { type PostsAsked, windowMs } from './post-order.ts'

/** Public posts as they are asked for; each list goes on where its cursor left it, whatever is written meanwhile. */
export async function listPosts(db: Db, page: Page, { sort, of, kind }: PostsAsked): Promise<Paged<PostLine>> {
  if (sort === 'new') return newestPosts(db, page, { kind })
  const ids = await idsOf(db, page, { sort, of, kind })
  const lines = await postsByIds(
    db,
    ids.items.map(({ id }) => id),
  )
  return { items: lines, next: ids.next }
}

function idsOf(db: Db, page: Page, { sort, of, kind }: PostsAsked): Promise<Paged<{ id: string }>> {
  if (sort === 'hot') return hottest(db, page, kind)
  if (sort === 'top') return top(db, page, kind, windowMs[of])
  return sort === 'active' ? active(db, page, kind) : unanswered(db, page)
}

const fewestRead = 200

/** By heat at the time of the first page, without reading every post: what is neither among the newest nor among the most approved of those read is cooler than `outsidersHeat`, and as long as the page may reach that far, more are read. */
async function hottest(db: Db, { limit, after }: Page, kind: PostKind | undefined) {
  const [asOf, hot, id] = after ? timeNumberAndId(after) : [now(), Number.POSITIVE_INFINITY, '']
  for (let count = fewestRead; ; count *= 4) {
    const newest = await queries.selectForHeat(db, kind, asOf, 'published_at', count)
    const top = await queries.selectForHeat(db, kind, asOf, 'score', count)
    const following = byHeat([...newest, ...top], asOf).filter(
      (one) => one.hot < hot || (one.hot === hot && one.id < id),
    )
    const rows = following.slice(0, limit + 1)
    const isAll = newest.length < count
    const isSure = rows.length > limit && (rows.at(-1)?.hot ?? 0) > outsidersHeat(newest, top, asOf)
    if (isAll || isSure) return paged(rows, limit, (row) => [asOf, row.hot, row.id])
  }
}

async function top(db: Db, { limit, after }: Page, kind: PostKind | undefined, reach: number) {
  const since = after ? timeNumberAndId(after)[0] : Math.max(0, now() - reach)
  const rows = await queries.selectTop(db, kind, since, after && scoreAndId(after.slice(1)), limit + 1)
  return paged(rows, limit, ({ score, id }) => [since, score, id])
}

/** By the last comment; what has none, by when it was published. */
async function active(db: Db, { limit, after }: Page, kind: PostKind | undefined) {
  const from = after && timeAndId(after)
  const answered = await queries.selectAnswered(db, kind, from, limit + 1)
  const unanswered = await queries.selectUnanswered(db, kind, false, from, limit + 1)
  const rows = [...answered, ...unanswered].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return paged(rows, limit, ({ at, id }) => [at, id])
}

async function unanswered(db: Db, { limit, after }: Page) {
  const rows = await queries.selectUnanswered(db, 'question', true, after && timeAndId(after), limit + 1)
  return paged(rows, limit, ({ at, id }) => [at, id])
}
