import { expect, test } from 'vitest'
import type { Subject } from '#app/features/discussion/comment.ts'
import {
  commentsOn,
  deleteComment,
  editComment,
  findComment,
  findThread,
  lockThread,
  reply,
} from '#app/features/discussion/comments/comments.server.ts'
import { findPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember, someThings } from './things.ts'

async function somePost(db: Db, body = 'It *kept* to it.') {
  const author = await someMember(db)
  const { id } = await writePost(db, author, { title: 'A reading', body })
  return { author, subject: { kind: 'post', id } as Subject }
}

describeOnBothEngines('Comments', (open) => {
  test('replies nest without limit and are counted', async () => {
    const { author, subject } = await somePost(open())
    let parentId: string | undefined
    for (let depth = 0; depth < 60; depth++) {
      const comment = await reply(open(), author, subject, { body: `At ${depth}`, parentId })
      expect(comment).toMatchObject({
        depth,
        parentId: parentId ?? null,
        html: `<p>At ${depth}</p>\n`,
        isDeleted: false,
      })
      parentId = comment.id
    }
    expect(await commentsOn(open(), subject)).toHaveLength(60)
    expect((await findPost(open(), subject.id)).commentCount).toBe(60)
  })

  test('every subject has a thread, unknown ones and other kinds have none', async () => {
    const { claim, excerpts, transcriptId, labelId, member } = await someThings(open())
    const subjects = {
      claim: claim.id,
      framing: claim.framings[0],
      transcript: transcriptId,
      excerpt: excerpts[0],
      label: labelId,
    }
    for (const [kind, id] of Object.entries(subjects)) {
      const subject = { kind, id } as Subject
      await reply(open(), member, subject, { body: 'Here' })
      expect(await findThread(open(), subject)).toEqual({ commentCount: 1, isLocked: false })
      const nowhere = reply(open(), member, { kind, id: 'nothing' } as Subject, { body: 'Nowhere' })
      await expect(nowhere).rejects.toMatchObject({ kind: 'not found' })
    }
    const onMember = reply(open(), member, { kind: 'member' as 'post', id: member.id }, { body: 'x' })
    await expect(onMember).rejects.toMatchObject({ kind: 'not found' })
  })

  test('a parent in another thread, or none, is refused by name and nothing is counted', async () => {
    const [here, there] = [await somePost(open()), await somePost(open())]
    const elsewhere = await reply(open(), here.author, there.subject, { body: 'Elsewhere' })
    for (const parentId of [elsewhere.id, 'nothing']) {
      const refused = reply(open(), here.author, here.subject, { body: 'x', parentId })
      await expect(refused).rejects.toMatchObject({ kind: 'invalid', errors: { parentId: [expect.any(String)] } })
    }
    expect((await findThread(open(), here.subject)).commentCount).toBe(0)
  })

  test('a deleted comment leaves a tombstone with its replies, and takes no more', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    const first = await reply(open(), other, subject, { body: 'A secret', quote: { exact: 'kept' } })
    await reply(open(), author, subject, { body: 'An answer', parentId: first.id })
    await expect(deleteComment(open(), author, first.id)).rejects.toMatchObject({ kind: 'not allowed' })
    await Promise.all([1, 2, 3].map(() => deleteComment(open(), other, first.id)))
    const [tombstone, answer] = await commentsOn(open(), subject)
    expect(tombstone).toMatchObject({
      isDeleted: true,
      body: '',
      html: '',
      quote: null,
      author: { handle: '[deleted]' },
    })
    expect(answer).toMatchObject({ parentId: first.id, depth: 1 })
    expect((await findThread(open(), subject)).commentCount).toBe(1)
    const late = reply(open(), author, subject, { body: 'x', parentId: first.id })
    await expect(late).rejects.toMatchObject({ kind: 'conflict' })
    await expect(editComment(open(), other, first.id, { body: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a deleted post takes no comments, a locked thread neither', async () => {
    const { author, subject } = await somePost(open())
    const moderator = await someMember(open(), 'moderator')
    await expect(lockThread(open(), author, subject, true)).rejects.toMatchObject({ kind: 'not allowed' })
    await lockThread(open(), moderator, subject, true)
    await expect(reply(open(), author, subject, { body: 'x' })).rejects.toMatchObject({ kind: 'not allowed' })
    await lockThread(open(), moderator, subject, false)
    await reply(open(), author, subject, { body: 'x' })
    await deletePost(open(), author, subject.id)
    await expect(reply(open(), author, subject, { body: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findThread(open(), subject)).toEqual({ commentCount: 1, isLocked: false })
  })

  test('edits keep what was there, and are the author’s alone', async () => {
    const { author, subject } = await somePost(open())
    const moderator = await someMember(open(), 'moderator')
    const { id } = await reply(open(), author, subject, { body: 'First' })
    await expect(editComment(open(), moderator, id, { body: 'Mine' })).rejects.toMatchObject({ kind: 'not allowed' })
    expect(await editComment(open(), author, id, { body: 'Second' })).toMatchObject({ body: 'Second', revision: 2 })
    const kept = await open()
      .selectFrom('comment_revisions')
      .select(['revision', 'body'])
      .where('comment_id', '=', id)
      .execute()
    expect(kept).toEqual([
      { revision: 1, body: 'First' },
      { revision: 2, body: 'Second' },
    ])
    await deleteComment(open(), moderator, id)
    expect(await findComment(open(), id)).toMatchObject({ isDeleted: true })
  })

  test('a quote is kept, and said to be verified only where its words stood in what it answers', async () => {
    const { author, subject } = await somePost(open(), 'It *kept* to\nit, and `more`.')
    const quoting = async (exact: string) =>
      (await reply(open(), author, subject, { body: 'x', quote: { exact, start: 3 } })).quote
    expect(await quoting('*kept* to')).toMatchObject({
      exact: '*kept* to',
      prefix: '',
      suffix: '',
      start: 3,
      isVerified: true,
    })
    expect(await quoting('kept to it, and more')).toMatchObject({ isVerified: true })
    expect(await quoting('never said')).toMatchObject({ isVerified: false })
  })

  test('the same import twice at once is one comment, counted once', async () => {
    const { author, subject } = await somePost(open())
    const imported = { createdAt: 1_734_700_000_000, importKey: `lw:${subject.id}` }
    const both = await Promise.all([1, 2].map(() => reply(open(), author, subject, { body: 'x' }, imported)))
    expect(both.map((comment) => comment.isNew).sort()).toEqual([false, true])
    expect(both[0]).toMatchObject({ id: both[1]?.id, createdAt: imported.createdAt })
    expect((await findThread(open(), subject)).commentCount).toBe(1)
  })

  test('200 replies at once, a third of them being deleted, are counted exactly', async () => {
    const { author, subject } = await somePost(open())
    const root = await reply(open(), author, subject, { body: 'Root' })
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const { id } = await reply(open(), author, subject, { body: `${n}`, parentId: n % 2 ? root.id : undefined })
        if (n % 3 === 0) await deleteComment(open(), author, id)
      }),
    )
    const comments = await commentsOn(open(), subject)
    expect(comments).toHaveLength(201)
    expect(comments.filter((comment) => !comment.isDeleted)).toHaveLength(201 - 67)
    expect((await findThread(open(), subject)).commentCount).toBe(201 - 67)
  })

  test('replies to a comment that is deleted meanwhile are either there before it or refused', async () => {
    const { author, subject } = await somePost(open())
    const root = await reply(open(), author, subject, { body: 'Root' })
    const replies = Array.from({ length: 30 }, (_, n) =>
      reply(open(), author, subject, { body: `${n}`, parentId: root.id }),
    )
    const [, ...settled] = await Promise.allSettled([deleteComment(open(), author, root.id), ...replies])
    const there = settled.filter((one) => one.status === 'fulfilled').length
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'conflict' })
    expect((await findThread(open(), subject)).commentCount).toBe(there)
  })
})
