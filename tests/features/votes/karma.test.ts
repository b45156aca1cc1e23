import { expect, test } from 'vitest'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { karmaOf } from '#app/features/votes/karma.server.ts'
import { takeBackVote, vote } from '#app/features/votes/votes.server.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('Karma', (open) => {
  test('is the approval of posts and comments together; agreement never counts, nor what was deleted', async () => {
    const [author, one, two] = [await someMember(open()), await someMember(open()), await someMember(open())]
    expect(await karmaOf(open(), author.id)).toBe(0)
    const { id } = await writePost(open(), author, { title: 'A reading', body: 'x' })
    const comment = await reply(open(), author, { kind: 'post', id }, { body: 'y' })
    const [onPost, onComment] = [{ kind: 'post', id } as const, { kind: 'comment', id: comment.id } as const]
    await vote(open(), one, onPost, 'approval', 1)
    await vote(open(), two, onPost, 'approval', 1)
    await vote(open(), one, onComment, 'approval', -1)
    await vote(open(), one, onComment, 'agreement', 1)
    await vote(open(), two, onComment, 'agreement', -1)
    expect(await karmaOf(open(), author.id)).toBe(1)
    await takeBackVote(open(), two, onPost, 'approval')
    expect(await karmaOf(open(), author.id)).toBe(0)
    await deleteComment(open(), author, comment.id)
    expect(await karmaOf(open(), author.id)).toBe(1)
    expect(await karmaOf(open(), one.id)).toBe(0)
  })
  test('is all the same to what a member may do, and so is how many disagree', async () => {
    const [author, other] = [await someMember(open()), await someMember(open())]
    const { id } = await writePost(open(), other, { title: 'A reading', body: 'x' })
    const subject = { kind: 'post', id } as const
    const before = await reply(open(), author, subject, { body: 'Unpopular' })
    const against = await Promise.all(Array.from({ length: 12 }, () => someMember(open())))
    for (const voter of against) await vote(open(), voter, { kind: 'comment', id: before.id }, 'agreement', -1)
    expect(await karmaOf(open(), author.id)).toBe(0)
    const after = await reply(open(), author, subject, { body: 'As before', parentId: before.id })
    await vote(open(), author, subject, 'approval', 1)
    await writePost(open(), author, { title: 'Another', body: 'y' })
    for (const voter of against) await vote(open(), voter, { kind: 'comment', id: after.id }, 'approval', -1)
    expect(await karmaOf(open(), author.id)).toBe(-12)
    expect((await reply(open(), author, subject, { body: 'And still', parentId: after.id })).isNew).toBe(true)
  })
})
