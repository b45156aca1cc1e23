import { afterEach, expect, test, vi } from 'vitest'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { refuseTwice } from '#app/features/discussion/writing/twice/twice.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember } from './things.ts'

afterEach(() => {
  vi.useRealTimers()
})

describeOnBothEngines('What a form has written', (open) => {
  const isRefused = (kind: 'comment' | 'post', id: string) =>
    refuseTwice(open(), { kind, id }).then(
      () => undefined,
      (error) => error,
    )

  test('is refused where the same member said the same at the same place within the hour, with what is there', async () => {
    const { author, subject } = await someThread(open())
    const first = await reply(open(), author, subject, { body: 'Twice' })
    expect(await isRefused('comment', first.id)).toBeUndefined()
    const again = await reply(open(), author, subject, { body: 'Twice' })
    expect(await isRefused('comment', again.id)).toMatchObject({
      kind: 'conflict',
      more: { there: `/comments/${first.id}` },
    })
    const under = { body: 'Twice', parentId: first.id }
    const reply1 = await reply(open(), author, subject, under)
    expect(await isRefused('comment', reply1.id)).toBeUndefined()
    const reply2 = await reply(open(), author, subject, under)
    expect((await isRefused('comment', reply2.id)).more).toEqual({ there: `/comments/${reply1.id}` })
  })

  test('is no second where a word, the quote, the place or the writer is another, or the first was deleted', async () => {
    const { author, subject } = await someThread(open())
    const { subject: elsewhere } = await someThread(open())
    const quote = { exact: 'x', prefix: '', suffix: '', start: null }
    const first = await reply(open(), author, subject, { body: 'Once' })
    const others = [
      await reply(open(), author, subject, { body: 'Once more' }),
      await reply(open(), author, subject, { body: 'Once', quote }),
      await reply(open(), author, elsewhere, { body: 'Once' }),
      await reply(open(), await someMember(open()), subject, { body: 'Once' }),
    ]
    for (const { id } of others) expect(await isRefused('comment', id)).toBeUndefined()
    await deleteComment(open(), author, first.id)
    const { id } = await reply(open(), author, subject, { body: 'Once' })
    expect(await isRefused('comment', id)).toBeUndefined()
  })

  test('is taken after an hour', async () => {
    const { author, subject } = await someThread(open())
    await reply(open(), author, subject, { body: 'Again' })
    vi.useFakeTimers({ now: now() + 3_600_001, toFake: ['Date'] })
    const { id } = await reply(open(), author, subject, { body: 'Again' })
    expect(await isRefused('comment', id)).toBeUndefined()
  })

  test('is refused of a post by its title and body', async () => {
    const author = await someMember(open())
    const first = await writePost(open(), author, { title: 'A post', body: 'Of words.' })
    const other = await writePost(open(), author, { title: 'Another', body: 'Of words.' })
    expect(await isRefused('post', other.id)).toBeUndefined()
    const again = await writePost(open(), author, { title: 'A post', body: 'Of words.' })
    expect((await isRefused('post', again.id)).more).toEqual({ there: `/posts/${first.id}` })
  })

  test('is taken once of two that are sent at once', async () => {
    const { author, subject } = await someThread(open())
    const atOnce = async (kind: 'comment' | 'post', write: (tx: Db) => Promise<{ id: string }>) => {
      const both = [1, 2].map(() =>
        inTransaction(open(), async (tx) => refuseTwice(tx, { kind, id: (await write(tx)).id })),
      )
      return (await Promise.allSettled(both)).map(({ status }) => status).sort()
    }
    const once = ['fulfilled', 'rejected']
    expect(await atOnce('comment', (tx) => reply(tx, author, subject, { body: 'At once' }))).toEqual(once)
    expect(await atOnce('post', (tx) => writePost(tx, author, { title: 'At once', body: 'Words.' }))).toEqual(once)
  })
})
