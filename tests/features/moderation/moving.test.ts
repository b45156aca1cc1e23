import { expect, test } from 'vitest'
import type { Subject } from '#app/features/discussion/comment.ts'
import {
  commentsOn,
  deleteComment,
  findComment,
  findThread,
  reply,
} from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { actsOf, moderate, newestActs } from '#app/features/moderation/acts/acts.server.ts'
import { appeal, decideAppeal } from '#app/features/moderation/appeals/appeals.server.ts'
import type { Db } from '#db/open.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const said = { act: 'moved', rule: 'place', why: 'It is about the claim.' }

/** A post with a comment, an answer to it that strayed, and an answer to that; and a claim. */
async function someThread(db: Db) {
  const [author, reader] = [await someMember(db), await someMember(db)]
  const [moderator, another] = [await someMember(db, 'moderator'), await someMember(db, 'moderator')]
  const post = await writePost(db, author, { title: 'A post', body: 'Words.' })
  const on: Subject = { kind: 'post', id: post.id }
  const first = await reply(db, reader, on, { body: 'First.' })
  const strayed = await reply(db, author, on, { body: 'Elsewhere.', parentId: first.id })
  const below = await reply(db, reader, on, { body: 'Indeed.', parentId: strayed.id })
  const { claim } = await someThings(db)
  const move = (to: string, by = moderator) => moderate(db, by, { kind: 'comment', id: strayed.id }, { ...said, to })
  return {
    author,
    reader,
    moderator,
    another,
    on,
    first,
    strayed,
    below,
    claim: { kind: 'claim', id: claim.id } as Subject,
    move,
  }
}

const countOf = async (db: Db, subject: Subject) => {
  const standing = (await commentsOn(db, subject)).filter(({ isDeleted }) => !isDeleted).length
  expect((await findThread(db, subject)).commentCount).toBe(standing)
  return standing
}

describeOnBothEngines('Moving a comment', (open) => {
  test('takes what answers it along, leaves a line that leads to it, tells its author, and can be undone', async () => {
    const { author, on, first, strayed, below, claim, move, another } = await someThread(open())
    await move(`http://here.example/claims/${claim.id}?sort=old#comments`)
    expect(await findComment(open(), strayed.id)).toMatchObject({ subject: claim, parentId: null, depth: 0 })
    expect(await findComment(open(), below.id)).toMatchObject({ subject: claim, parentId: strayed.id, depth: 1 })
    expect([await countOf(open(), on), await countOf(open(), claim)]).toEqual([1, 2])
    const late = reply(open(), author, on, { body: 'Late.', parentId: below.id })
    await expect(late).rejects.toMatchObject({ kind: 'invalid' })
    const here = reply(open(), author, on, { body: 'Late.', parentId: strayed.id })
    await expect(here).rejects.toMatchObject({ kind: 'conflict' })
    const line = (await commentsOn(open(), on)).find(({ movedTo }) => movedTo !== null)
    expect(line).toMatchObject({ movedTo: strayed.id, parentId: first.id, depth: 1, isDeleted: true, body: '' })
    const [act] = await actsOf(open(), author)
    expect(act).toMatchObject({ act: 'moved', rule: 'place', why: said.why, counts: { comments: 2 } })
    expect((await newestActs(open(), { limit: 1, after: null })).items).toMatchObject([
      { act: 'moved', kind: 'comment' },
    ])
    await appeal(open(), author, act?.id ?? '', { why: 'It answers the post.' })
    await decideAppeal(open(), another, act?.id ?? '', { decision: 'reversed', why: 'So it does.' })
    expect(await findComment(open(), strayed.id)).toMatchObject({ subject: on, parentId: first.id, depth: 1 })
    expect(await findComment(open(), below.id)).toMatchObject({ subject: on, parentId: strayed.id, depth: 2 })
    expect((await commentsOn(open(), on)).map(({ movedTo }) => movedTo)).toEqual([null, null, null])
    expect([await countOf(open(), on), await countOf(open(), claim)]).toEqual([3, 0])
  })

  test('is refused to others, to where it is, to what is locked, private or gone, and to no address', async () => {
    const { author, reader, moderator, strayed, claim, on, move } = await someThread(open())
    await expect(move(`/claims/${claim.id}`, reader)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(move(`/posts/${on.id}`)).rejects.toMatchObject({ kind: 'conflict' })
    for (const to of ['', 'elsewhere', `/excerpts/${claim.id}`])
      await expect(move(to)).rejects.toMatchObject({ kind: 'invalid', errors: { to: [expect.any(String)] } })
    await expect(move('/posts/nothing')).rejects.toMatchObject({ kind: 'not found' })
    const hidden = await writePost(open(), author, { title: 'Not yet', body: 'x', published: false })
    await expect(move(`/posts/${hidden.id}`)).rejects.toMatchObject({ kind: 'not found' })
    const gone = await writePost(open(), author, { title: 'Gone', body: 'x' })
    await deletePost(open(), author, gone.id)
    await expect(move(`/posts/${gone.id}`)).rejects.toMatchObject({ kind: 'conflict' })
    const locked = await writePost(open(), author, { title: 'Locked', body: 'x' })
    await moderate(open(), moderator, { kind: 'post', id: locked.id }, { ...said, act: 'locked' })
    await expect(move(`/posts/${locked.id}`)).rejects.toMatchObject({ kind: 'not allowed' })
    await deleteComment(open(), author, strayed.id)
    await expect(move(`/claims/${claim.id}`)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('keeps counts exact while it is answered, deleted and moved to and fro', async () => {
    const { reader, author, on, first, strayed, below, claim, move, another } = await someThread(open())
    const answer = (subject: Subject, parentId: string | null) =>
      reply(open(), reader, subject, { body: 'Meanwhile.', parentId })
    const done = await Promise.allSettled([
      ...[1, 2, 3].flatMap(() => [answer(on, below.id), answer(on, first.id), answer(claim, null)]),
      move(`/claims/${claim.id}`),
      move(`/posts/${on.id}`, another),
      deleteComment(open(), reader, below.id),
      ...[1, 2].map(() => answer(claim, strayed.id)),
    ])
    for (const one of done) if (one.status === 'rejected') expect(['conflict', 'invalid']).toContain(one.reason.kind)
    const { subject } = await findComment(open(), strayed.id, author)
    expect((await commentsOn(open(), subject)).find(({ id }) => id === below.id)?.isDeleted).toBe(true)
    expect(await countOf(open(), on)).toBeGreaterThan(3)
    expect(await countOf(open(), claim)).toBeGreaterThan(2)
  })
})
