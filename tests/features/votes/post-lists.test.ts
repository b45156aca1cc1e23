import { afterEach, expect, test, vi } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { newestComments } from '#app/features/discussion/comments/newest-comments.server.ts'
import type { PostKind } from '#app/features/discussion/post.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { listPosts } from '#app/features/votes/lists/post-lists.server.ts'
import { type PostsAsked, postsAskedIn } from '#app/features/votes/lists/post-order.ts'
import { hotOf } from '#app/features/votes/ranking.ts'
import { takeBackVote, vote } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const asked = (query: string): PostsAsked => postsAskedIn(new URLSearchParams(query), 'new')
const hour = 3_600_000

afterEach(() => vi.useRealTimers())

/** Every id of a list, page by page; between pages something may be done. */
async function allIds(db: Db, query: string, limit: number, between?: () => Promise<unknown>) {
  const ids: string[] = []
  let after: (string | number)[] | null = null
  do {
    const { items, next } = await listPosts(db, { limit, after }, asked(query))
    ids.push(...items.map(({ id }) => id))
    after = next ? JSON.parse(Buffer.from(next, 'base64url').toString()) : null
    await between?.()
  } while (after)
  return ids
}

/** Bare posts, as many as a long list needs. */
async function addPosts(db: Db, count: number, rowOf: (n: number) => { score: number; at: number; kind?: PostKind }) {
  const member = await someMember(db)
  const rows = Array.from({ length: count }, (_, n) => {
    const { score, at, kind = 'essay' } = rowOf(n)
    const words = { title: `Post ${n}`, body: 'x', html: '<p>x</p>', url: null, review: null, revision: 1 }
    const times = { created_at: at, published_at: at, first_published_at: at, edited_at: null, deleted_at: null }
    const id = `p${String(n).padStart(6, '0')}`
    return { id, kind, ...words, ...times, score, member_id: member.id, deleted_by: null, import_key: null }
  })
  await inTransaction(db, async (tx) => {
    for (let n = 0; n < rows.length; n += 200)
      await tx
        .insertInto('posts')
        .values(rows.slice(n, n + 200))
        .execute()
  })
  return rows
}

describeOnBothEngines('A long list of posts', (open) => {
  test('by heat and by approval is what sorting all of them gives, page by page, and new arrivals move nothing', async () => {
    const now = Date.now()
    // Scores and ages that disagree: some of the hottest are neither new nor among the most approved.
    const rows = await addPosts(open(), 1500, (n) => ({
      score: ((n * 7919) % 211) - 20,
      at: now - hour * (((n * 104_729) % 1500) + 1),
    }))
    vi.useFakeTimers({ toFake: ['Date'], now })
    const byKey = (key: (row: (typeof rows)[number]) => number) =>
      [...rows].sort((a, b) => key(b) - key(a) || (a.id < b.id ? 1 : -1)).map(({ id }) => id)
    const hottest = byKey(({ score, published_at: at }) => hotOf(score, (now - at) / hour))
    const author = await someMember(open())
    const arrives = () => writePost(open(), author, { title: 'New', body: 'x' }, { createdAt: now + 1 })
    expect(await allIds(open(), 'sort=hot', 150, arrives)).toEqual(hottest)
    const isKnown = (id: string) => id.startsWith('p0')
    expect((await allIds(open(), 'sort=top&of=all', 150, arrives)).filter(isKnown)).toEqual(byKey((row) => row.score))
    const day = rows.filter((row) => row.published_at >= now - 24 * hour).map(({ id }) => id)
    const topOfDay = (await allIds(open(), 'sort=top&of=day', 7)).filter(isKnown)
    expect(topOfDay).toEqual(byKey((row) => row.score).filter((id) => day.includes(id)))
  })
})

describeOnBothEngines('Lists of posts', (open) => {
  test('the score follows votes that are cast, changed and taken back', async () => {
    const [author, voter] = [await someMember(open()), await someMember(open())]
    const { id } = await writePost(open(), author, { title: 'Voted', body: 'x' })
    const score = async () =>
      (await open().selectFrom('posts').select('score').where('id', '=', id).executeTakeFirst())?.score
    await vote(open(), voter, { kind: 'post', id }, 'approval', 1)
    expect(await score()).toBe(1)
    await vote(open(), voter, { kind: 'post', id }, 'approval', -1)
    expect(await score()).toBe(-1)
    await takeBackVote(open(), voter, { kind: 'post', id }, 'approval')
    expect(await score()).toBe(0)
  })

  test('active is by the last comment, unanswered are questions without one; what is private or deleted is nowhere', async () => {
    const author = await someMember(open())
    const at = Date.now() - 1000
    const post = (n: number, kind: PostKind) =>
      writePost(open(), author, { title: `${kind} ${n}`, body: 'x', kind }, { createdAt: at + n })
    const [old, asks, answered, gone, hidden] = [
      await post(1, 'essay'),
      await post(2, 'question'),
      await post(3, 'question'),
      await post(4, 'question'),
      await post(5, 'question'),
    ]
    await deletePost(open(), author, gone.id)
    await reply(open(), author, { kind: 'post', id: answered.id }, { body: 'So.' }, { createdAt: at + 10 })
    await reply(open(), author, { kind: 'post', id: old.id }, { body: 'Still.' }, { createdAt: at + 20 })
    const own = new Set([old, asks, answered, gone, hidden].map(({ id }) => id))
    await reply(open(), author, { kind: 'post', id: hidden.id }, { body: 'Unseen.' }, { createdAt: at + 30 })
    await unpublishPost(open(), author, hidden.id)
    const listed = async (query: string, limit: number) =>
      (await allIds(open(), query, limit)).filter((id) => own.has(id))
    for (const limit of [1, 2, 50]) {
      expect(await listed('sort=active', limit)).toEqual([old.id, answered.id, asks.id])
      expect(await listed('sort=unanswered', limit)).toEqual([asks.id])
      expect(await listed('sort=new&kind=question', limit)).toEqual([answered.id, asks.id])
      expect(await listed('sort=hot', limit)).toHaveLength(3)
    }
    const { items } = await newestComments(open(), { limit: 10, after: null }, { memberId: author.id })
    expect(items.map(({ body, subjectTitle }) => [body, subjectTitle])).toEqual([
      ['Still.', 'essay 1'],
      ['So.', 'question 3'],
    ])
  })

  test.each(['sort=best', 'of=decade&sort=top', 'kind=poem'])(
    'what is no order, time or kind is refused: %s',
    (query) => {
      expect(() => asked(query)).toThrow(expect.objectContaining({ kind: 'invalid' }))
    },
  )
})
