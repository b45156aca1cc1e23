import { expect, test } from 'vitest'
import {
  acceptCoAuthorship,
  coAuthorsOf,
  inviteCoAuthor,
  postsAwaiting,
  removeCoAuthor,
} from '#app/features/discussion/posts/authors.server.ts'
import { editPost, findPost, newestPosts, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, publishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { joinAuthors, totalsOf, vote } from '#app/features/votes/votes.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember } from './things.ts'

const draft = { title: 'A reading', body: 'It kept to it.' }
const notAllowed = { kind: 'not allowed' }

describeOnBothEngines('Co-authors of a post', (open) => {
  const people = async () => {
    const [author, friend] = [await someMember(open()), await someMember(open())]
    return { author, friend, post: await writePost(open(), author, { ...draft, published: false }) }
  }

  test('are named and may edit once they accept, and may leave', async () => {
    const { author, friend, post } = await people()
    await expect(findPost(open(), post.id, friend)).rejects.toMatchObject({ kind: 'not found' })
    await inviteCoAuthor(open(), author, post.id, ` ${friend.handle.toUpperCase()} `)
    await inviteCoAuthor(open(), author, post.id, friend.handle)
    expect((await postsAwaiting(open(), friend)).invitations).toEqual([{ id: post.id, title: draft.title }])
    expect((await findPost(open(), post.id, friend)).coAuthors).toEqual([])
    await expect(editPost(open(), friend, post.id, { title: 'Ours' })).rejects.toMatchObject(notAllowed)
    await Promise.all([1, 2].map(() => acceptCoAuthorship(open(), friend, post.id)))
    expect((await editPost(open(), friend, post.id, { title: 'Ours' })).coAuthors).toMatchObject([{ id: friend.id }])
    await expect(publishPost(open(), friend, post.id)).rejects.toMatchObject(notAllowed)
    await expect(deletePost(open(), friend, post.id)).rejects.toMatchObject(notAllowed)
    expect((await postsAwaiting(open(), friend)).unpublished).toEqual([{ id: post.id, title: 'Ours' }])
    await publishPost(open(), author, post.id)
    const { items } = await newestPosts(open(), { limit: 1, after: null }, { memberId: author.id })
    expect(items[0]?.coAuthors).toMatchObject([{ handle: friend.handle }])
    await removeCoAuthor(open(), friend, post.id, friend.id)
    expect((await findPost(open(), post.id)).coAuthors).toEqual([])
    await expect(editPost(open(), friend, post.id, { title: 'Mine' })).rejects.toMatchObject(notAllowed)
  })

  test('are asked by the author alone, among members that there are', async () => {
    const { author, friend, post } = await people()
    await publishPost(open(), author, post.id)
    await expect(inviteCoAuthor(open(), friend, post.id, friend.handle)).rejects.toMatchObject(notAllowed)
    for (const handle of ['nobody-of-that-name', '', author.handle])
      await expect(inviteCoAuthor(open(), author, post.id, handle)).rejects.toMatchObject({
        errors: { handle: [expect.any(String)] },
      })
    await expect(acceptCoAuthorship(open(), friend, post.id)).rejects.toMatchObject({ kind: 'not found' })
    await inviteCoAuthor(open(), author, post.id, friend.handle)
    await expect(removeCoAuthor(open(), await someMember(open()), post.id, friend.id)).rejects.toMatchObject(notAllowed)
    await removeCoAuthor(open(), author, post.id, friend.id)
    expect((await coAuthorsOf(open(), [post.id])).get(post.id)).toEqual({ coAuthors: [], invited: [] })
  })

  test('have no vote on their post, also when both happen at once', async () => {
    for (let n = 0; n < 5; n++) {
      const { author, friend, post } = await people()
      await publishPost(open(), author, post.id)
      await inviteCoAuthor(open(), author, post.id, friend.handle)
      const target = { kind: 'post' as const, id: post.id }
      if (n === 0) await vote(open(), friend, target, 'approval', 1)
      await Promise.all([
        joinAuthors(open(), friend, post.id),
        vote(open(), friend, target, 'approval', 1).catch((error) => expect(error).toMatchObject(notAllowed)),
      ])
      expect((await totalsOf(open(), [target])).get(post.id)?.approval).toEqual({ up: 0, down: 0 })
      await expect(vote(open(), friend, target, 'approval', 1)).rejects.toMatchObject(notAllowed)
    }
  })

  test('who save over each other are told, and see what was saved', async () => {
    const { author, friend, post } = await people()
    await inviteCoAuthor(open(), author, post.id, friend.handle)
    await acceptCoAuthorship(open(), friend, post.id)
    const saves = await Promise.allSettled(
      [author, friend].map((one) => editPost(open(), one, post.id, { body: `By ${one.handle}`, revision: 1 })),
    )
    const [refused] = saves.filter((one) => one.status === 'rejected')
    const kept = await findPost(open(), post.id, author)
    expect(kept.revision).toBe(2)
    expect(refused?.reason).toMatchObject({ kind: 'conflict', more: { current: { revision: 2, body: kept.body } } })
  })
})

describeOnBothEngines('A review', (open) => {
  test('says what it is about, who asked, what was answered and changed; each is kept, and other kinds have none', async () => {
    const author = await someMember(open())
    const reviewed = await writePost(open(), author, draft)
    const review = { postId: reviewed.id, askedBy: 'Moss', answered: 'We *agree*.', changed: '' }
    const post = await writePost(open(), author, { ...draft, kind: 'review', review })
    expect(post.review).toMatchObject({ ...review, answeredHtml: '<p>We <em>agree</em>.</p>\n' })
    expect(post.review?.post).toEqual({ id: reviewed.id, title: draft.title })
    const edited = await editPost(open(), author, post.id, { review: { ...review, changed: 'The title.' } })
    expect([edited.revision, edited.review?.changed]).toEqual([2, 'The title.'])
    expect((await editPost(open(), author, post.id, { kind: 'essay' })).review).toBeNull()
    const wrong = (more: object) =>
      writePost(open(), author, { ...draft, ...more }).catch(({ errors }) => Object.keys(errors))
    expect(await wrong({ kind: 'review', review: { postId: 'nothing' } })).toEqual(['review.postId'])
    expect(await wrong({ kind: 'essay', review })).toEqual(['review'])
    expect(await wrong({ kind: 'review', review: { answered: 'x'.repeat(10_001) } })).toEqual(['review.answered'])
  })
})
