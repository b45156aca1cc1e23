import { expect, test } from 'vitest'
import { createConcept } from '#app/features/concepts/concepts.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import type { PostDraft } from '#app/features/discussion/post.ts'
import { editPost, findPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { reviewsOf } from '#app/features/discussion/reviews/reviews.server.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('Reviews of a paper', (open) => {
  test('gather on it by address, DOI, arXiv number, name and page, with their points and threads', async () => {
    const db = open()
    const member = await newMember(db)
    const facts = { doi: '10.1234/x', arxiv: '2412.14093', url: 'https://example.org/paper' }
    const made = await createConcept(db, member, { kind: 'paper', name: 'The paper', aliases: ['TP'], ...facts })
    const review = (title: string, more: Partial<PostDraft>, body = 'One *thing*.') =>
      writePost(db, member, { kind: 'review', title, body, ...more })
    const headed = await review(
      'by url',
      { url: 'http://www.example.org/paper/' },
      '# The setup\n\nx\n\n## The *names*\n\ny',
    )
    await review('by doi', { url: 'https://doi.org/10.1234/X' })
    await review('by arxiv', { review: { paper: 'arXiv:2412.14093v3' } })
    await review('by name', { review: { paper: '[[tp]]' } })
    const byPage = await review('by page', { review: { paper: `/concepts/${made.concept.id}` } })
    await review('of another', { url: 'https://example.org/other' })
    await review('private', { url: 'https://example.org/paper', published: false })
    await writePost(db, member, { kind: 'linkpost', title: 'no review', url: 'https://example.org/paper' })
    const gone = await review('deleted', { url: 'https://example.org/paper' })
    await deletePost(db, member, gone.id)
    await reply(db, member, { kind: 'post', id: headed.id }, { body: 'Yes.' })
    const { reviews } = await reviewsOf(db, made.concept)
    expect(reviews.map(({ title }) => title).sort()).toEqual(['by arxiv', 'by doi', 'by name', 'by page', 'by url'])
    expect(reviews.find(({ title }) => title === 'by url')).toMatchObject({
      points: ['The setup', 'The names'],
      commentCount: 1,
      handle: member.handle,
    })
    expect(reviews.find(({ title }) => title === 'by doi')?.points).toEqual(['One thing.'])
    expect((await findPost(db, byPage.id)).review).toMatchObject({ paper: `/concepts/${made.concept.id}` })
    await editPost(db, member, byPage.id, { kind: 'essay', review: null })
    expect((await reviewsOf(db, made.concept)).reviews).toHaveLength(4)
  })

  test('of what is no paper there are none', async () => {
    const { concept } = await createConcept(open(), await newMember(open()), { kind: 'concept', name: 'No paper' })
    expect(await reviewsOf(open(), concept)).toEqual({ reviews: [], hasMore: false })
  })
})
