import { afterEach, expect, test, vi } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { newsOf } from '#app/features/discussion/threads/news.ts'
import { threadPage } from '#app/features/votes/subject-thread.server.ts'
import type { Db } from '#db/open.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someThread } from './threads.ts'

const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000)
const newTo = async (db: Db, reader: Member | null, subject: Subject) =>
  Object.keys((await threadPage(db, subject, reader, new URLSearchParams('sort=old'))).news?.next ?? {})

afterEach(() => {
  vi.useRealTimers()
})

describeOnBothEngines('New since the last visit', (open) => {
  test('is nothing at first, then what others wrote meanwhile, and stays so when the page is loaded again', async () => {
    const { author, subject } = await someThread(open())
    const reader = await someMember(open())
    await reply(open(), author, subject, { body: 'There before' })
    expect(await newTo(open(), reader, subject)).toEqual([])
    minutes(31)
    const first = await reply(open(), author, subject, { body: 'Meanwhile' })
    const gone = await reply(open(), author, subject, { body: 'Meanwhile, and gone' })
    await deleteComment(open(), author, gone.id)
    await reply(open(), reader, subject, { body: 'My own' })
    minutes(1)
    expect(await newTo(open(), reader, subject)).toEqual([first.id])
    minutes(20)
    const second = await reply(open(), author, subject, { body: 'While reading' })
    expect(await newTo(open(), reader, subject)).toEqual([first.id, second.id])
    minutes(20)
    expect(await newTo(open(), reader, subject)).toEqual([first.id, second.id])
    minutes(31)
    expect(await newTo(open(), reader, subject)).toEqual([])
    expect(await newTo(open(), null, subject)).toEqual([])
  })

  test('is the same in windows that are opened at once', async () => {
    const { author, subject } = await someThread(open())
    const reader = await someMember(open())
    await Promise.all(Array.from({ length: 10 }, () => newTo(open(), reader, subject)))
    minutes(60)
    const { id } = await reply(open(), author, subject, { body: 'Meanwhile' })
    minutes(1)
    const windows = await Promise.all(Array.from({ length: 10 }, () => newTo(open(), reader, subject)))
    expect(windows).toEqual(Array.from({ length: 10 }, () => [id]))
  })
})

test('each new comment leads to the next, in the thread or, where it is left out, to its own address', () => {
  const comment = (id: string, createdAt: number) => ({ id, createdAt, isDeleted: false, author: { id: 'a' } })
  const comments = [comment('old', 1), comment('x', 5), comment('hidden', 6), comment('y', 7)]
  expect(newsOf(comments, (id) => id !== 'hidden', 2, 'reader')).toEqual({
    since: 2,
    count: 3,
    first: '#c-x',
    next: { x: '/comments/hidden', y: null },
  })
})
