import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { deleteComment, findSubject, reply } from '#app/features/discussion/comments/comments.server.ts'
import { addressOf, contextOf } from '#app/features/votes/comment-context.server.ts'
import { threadPage } from '#app/features/votes/subject-thread.server.ts'
import type { Axis } from '#app/features/votes/vote.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { fill, someThread } from './threads.ts'

const asked = (query: string) => new URLSearchParams(query)

describeOnBothEngines('A thread on its page', (open) => {
  test('is sorted best, new, old, top or most split', async () => {
    const { author, subject } = await someThread(open())
    const voters = await Promise.all(Array.from({ length: 4 }, () => someMember(open())))
    const cast = async (id: string, axis: Axis, signs: string) => {
      for (const [n, sign] of [...signs].entries())
        await vote(open(), voters[n] as Member, { kind: 'comment', id }, axis, sign === '+' ? 1 : -1)
    }
    const say = async (body: string, approval: string, agreement: string) => {
      const { id } = await reply(open(), author, subject, { body })
      await cast(id, 'approval', approval)
      await cast(id, 'agreement', agreement)
    }
    await say('many like it', '+++-', '++++')
    await say('two like it', '++', '++--')
    await say('halved by two', '', '+-')
    const order = async (sort: string) =>
      (await threadPage(open(), subject, null, asked(`sort=${sort}`))).comments.map(({ body }) => body)
    const [many, two, halved] = ['many like it', 'two like it', 'halved by two']
    expect(await order('old')).toEqual([many, two, halved])
    expect(await order('new')).toEqual([halved, two, many])
    expect(await order('best')).toEqual([two, many, halved])
    expect(await order('top')).toEqual([many, two, halved])
    expect(await order('split')).toEqual([two, halved, many])
    await expect(order('worst')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('of 300 comments 200 arrive, and what is left out is reached by its links', async () => {
    const { author, subject } = await someThread(open())
    const ids = await fill(open(), author, subject, 100, 2)
    const page = await threadPage(open(), subject, null, asked('sort=old'))
    expect(page.comments).toHaveLength(150)
    expect(page.rests['']).toMatchObject({ count: 150, after: ids[49 * 3] })
    const further = await threadPage(open(), subject, null, asked(`sort=old&after=${page.rests['']?.after}`))
    expect(further.comments).toHaveLength(150)
    expect(further.rests).toEqual({})
    const all = new Set([...page.comments, ...further.comments].map(({ id }) => id))
    expect(all.size).toBe(300)
  })

  test('a comment’s address leads to the thread where that shows it, else to its context', async () => {
    const { author, subject } = await someThread(open())
    const ids = await fill(open(), author, subject, 100, 2)
    expect(await addressOf(open(), ids[0] as string)).toBe(`/posts/${subject.id}#c-${ids[0]}`)
    const late = ids.at(-1) as string
    expect(await addressOf(open(), late)).toBe(`/comments/${late}/context#c-${late}`)
    await expect(addressOf(open(), 'nothing')).rejects.toMatchObject({ kind: 'not found' })
  })

  test('a context has what a comment answers above it, and what answers it below', async () => {
    const { author, subject } = await someThread(open())
    let parentId: string | undefined
    const ids: string[] = []
    for (let depth = 0; depth < 12; depth++) {
      parentId = (await reply(open(), author, subject, { body: `At ${depth}`, parentId })).id
      ids.push(parentId)
    }
    await reply(open(), author, subject, { body: 'Beside' })
    await deleteComment(open(), author, ids[7] as string)
    const { thread, further } = await contextOf(open(), ids[9] as string, null, asked(''))
    expect(thread.comments.map(({ id }) => id)).toEqual(ids.slice(3))
    expect(thread.comments[4]).toMatchObject({ isDeleted: true, body: '' })
    expect(further).toEqual({ id: ids[3], count: 3 })
    expect(thread.subject).toEqual(await findSubject(open(), 'post', subject.id))
    const last = await contextOf(open(), ids[11] as string, null, asked(''))
    expect(last.thread.comments.map(({ id }) => id)).toEqual(ids.slice(5))
  })
})
