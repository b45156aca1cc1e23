import { afterEach, expect, test, vi } from 'vitest'
import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import { citersOf } from '#app/features/discussion/arguments/evidence.server.ts'
import { editComment, findComment, findSubject, reply } from '#app/features/discussion/comments/comments.server.ts'
import { editPost, findPost, newestPosts, writePost } from '#app/features/discussion/posts/posts.server.ts'
import {
  deletePost,
  publishPost,
  restorePost,
  unpublishPost,
} from '#app/features/discussion/posts/publishing.server.ts'
import { revisionsOf } from '#app/features/discussion/posts/revisions.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember, someThings } from './things.ts'

const draft = { title: 'A reading', body: 'It *kept* to it.' }
const missing = { kind: 'not found' }

afterEach(() => vi.useRealTimers())

describeOnBothEngines('A post that is not published', (open) => {
  test('is private to its author until it is published, whose time it then has', async () => {
    const [author, other] = [await someMember(open()), await someMember(open(), 'moderator')]
    const { id } = await writePost(open(), author, { ...draft, published: false })
    await editPost(open(), author, id, { body: 'A second thought.' })
    expect(await findPost(open(), id, author)).toMatchObject({ title: 'A reading', publishedAt: null })
    for (const reader of [null, other]) await expect(findPost(open(), id, reader)).rejects.toMatchObject(missing)
    await expect(deletePost(open(), other, id)).rejects.toMatchObject(missing)
    await expect(vote(open(), other, { kind: 'post', id }, 'approval', 1)).rejects.toMatchObject(missing)
    await expect(publishPost(open(), other, id)).rejects.toMatchObject(missing)
    expect((await newestPosts(open(), { limit: 1, after: null }, { memberId: author.id })).items).toEqual([])
    const before = Date.now()
    await publishPost(open(), author, id)
    await publishPost(open(), author, id)
    const post = await findPost(open(), id)
    expect(post.publishedAt).toBeGreaterThanOrEqual(before)
    expect(post.editedAt).toBeNull()
    const said = async (reader: typeof other | null) =>
      (await revisionsOf(open(), post, reader)).map(({ body }) => body)
    expect(await said(other)).toEqual(['A second thought.'])
    expect(await said(author)).toEqual(['A second thought.', draft.body])
  })

  test('taken back it rests with its thread, its arguments and its citations, and comes back to its place', async () => {
    const { claim, excerpts } = await someThings(open())
    const [author, other] = [await someMember(open()), await someMember(open())]
    const bearing = { claimId: claim.id, framingId: claim.framings[0], direction: 'for' as const }
    const { id, publishedAt } = await writePost(open(), author, { ...draft, bearing, evidence: [excerpts[0]] })
    const comment = await reply(open(), other, { kind: 'post', id }, { body: 'How?', bearing, evidence: [excerpts[0]] })
    const argued = [
      { kind: 'post' as const, id },
      { kind: 'comment' as const, id: comment.id },
    ]
    const seen = async () => [
      (await argumentsFrom(open(), argued)).length,
      (await citersOf(open(), [excerpts[0]])).get(excerpts[0])?.length,
    ]
    expect(await seen()).toEqual([2, 2])
    await unpublishPost(open(), author, id)
    expect(await seen()).toEqual([0, 0])
    await expect(findPost(open(), id, other)).rejects.toMatchObject(missing)
    await expect(findSubject(open(), 'post', id)).rejects.toMatchObject(missing)
    await expect(findComment(open(), comment.id)).rejects.toMatchObject(missing)
    await expect(reply(open(), other, { kind: 'post', id }, { body: 'Still?' })).rejects.toMatchObject(missing)
    const onComment = { kind: 'comment' as const, id: comment.id }
    await expect(vote(open(), other, onComment, 'approval', 1)).rejects.toMatchObject(missing)
    await expect(vote(open(), author, onComment, 'approval', 1)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findComment(open(), comment.id, author)).toMatchObject({ body: 'How?' })
    for (const edit of [{ body: 'Where?' }, { revision: 9 }])
      await expect(editComment(open(), other, comment.id, edit)).rejects.toMatchObject(missing)
    await publishPost(open(), author, id)
    expect(await findPost(open(), id)).toMatchObject({ publishedAt, commentCount: 1 })
    expect(await seen()).toEqual([2, 2])
  })

  test('is published by its author alone, and twice at once is once', async () => {
    const [author, moderator] = [await someMember(open()), await someMember(open(), 'moderator')]
    const { id } = await writePost(open(), author, draft)
    await expect(unpublishPost(open(), moderator, id)).rejects.toMatchObject({ kind: 'not allowed' })
    await unpublishPost(open(), author, id)
    await Promise.all([1, 2, 3].map(() => publishPost(open(), author, id)))
    const deeds = open().selectFrom('activity').select('verb').where('subject_id', '=', id).orderBy('id')
    const verbs = (await deeds.execute()).map(({ verb }) => verb).sort()
    expect(verbs).toEqual(['post.published', 'post.unpublished', 'post.written'])
  })
})

describeOnBothEngines('A deleted post', (open) => {
  test('is restored by its author within 30 days, with what was there', async () => {
    const [author, other] = [await someMember(open()), await someMember(open())]
    const { id } = await writePost(open(), author, draft)
    await reply(open(), other, { kind: 'post', id }, { body: 'How?' })
    await deletePost(open(), author, id)
    expect((await findPost(open(), id, author)).restorableUntil).toBeGreaterThan(Date.now())
    expect((await findPost(open(), id, other)).restorableUntil).toBeNull()
    await expect(restorePost(open(), other, id)).rejects.toMatchObject({ kind: 'not allowed' })
    await Promise.all([restorePost(open(), author, id), restorePost(open(), author, id)])
    expect(await findPost(open(), id)).toMatchObject({ ...draft, isDeleted: false, commentCount: 1 })
  })

  test('is not restored after 30 days, nor where a moderator deleted it', async () => {
    const [author, moderator] = [await someMember(open()), await someMember(open(), 'moderator')]
    const [late, removed] = [await writePost(open(), author, draft), await writePost(open(), author, draft)]
    await deletePost(open(), moderator, removed.id)
    await expect(restorePost(open(), author, removed.id)).rejects.toMatchObject({ kind: 'not allowed' })
    expect((await findPost(open(), removed.id, author)).restorableUntil).toBeNull()
    await deletePost(open(), author, late.id)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 86_400_000 + 1000 })
    expect((await findPost(open(), late.id, author)).restorableUntil).toBeNull()
    await expect(restorePost(open(), author, late.id)).rejects.toMatchObject({ kind: 'not allowed' })
  })

  test('that was never published leaves no tombstone to others', async () => {
    const author = await someMember(open())
    const { id } = await writePost(open(), author, { ...draft, published: false })
    await deletePost(open(), author, id)
    await expect(findPost(open(), id)).rejects.toMatchObject(missing)
    expect((await findPost(open(), id, author)).restorableUntil).not.toBeNull()
  })
})
