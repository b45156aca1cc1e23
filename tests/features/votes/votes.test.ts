import { expect, test } from 'vitest'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import type { Target } from '#app/features/votes/vote.ts'
import { takeBackVote, totalsOf, vote, votesOf } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

async function someTargets(db: Db) {
  const author = await someMember(db)
  const post = await writePost(db, author, { title: 'A reading', body: 'x' })
  const comment = await reply(db, author, { kind: 'post', id: post.id }, { body: 'y' })
  return {
    author,
    post: { kind: 'post', id: post.id } as Target,
    comment: { kind: 'comment', id: comment.id } as Target,
  }
}

describeOnBothEngines('Votes', (open) => {
  test('a vote is cast, changed and taken back; approval and agreement are apart', async () => {
    const { comment } = await someTargets(open())
    const member = await someMember(open())
    const totals = async () => (await totalsOf(open(), [comment])).get(comment.id)
    await vote(open(), member, comment, 'approval', 1)
    await vote(open(), member, comment, 'agreement', -1)
    expect(await totals()).toEqual({ approval: { up: 1, down: 0 }, agreement: { up: 0, down: 1 } })
    await vote(open(), member, comment, 'approval', -1)
    await vote(open(), member, comment, 'approval', -1)
    expect(await totals()).toEqual({ approval: { up: 0, down: 1 }, agreement: { up: 0, down: 1 } })
    expect((await votesOf(open(), member, [comment])).get(comment.id)).toEqual({ approval: -1, agreement: -1 })
    await takeBackVote(open(), member, comment, 'approval')
    await takeBackVote(open(), member, comment, 'approval')
    expect(await totals()).toEqual({ approval: { up: 0, down: 0 }, agreement: { up: 0, down: 1 } })
    expect((await votesOf(open(), null, [comment])).get(comment.id)).toEqual({ approval: null, agreement: null })
  })

  test('nobody votes on their own, on what was deleted, on nothing, or agrees with a post', async () => {
    const { author, post, comment } = await someTargets(open())
    const member = await someMember(open())
    await expect(vote(open(), author, comment, 'approval', 1)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(vote(open(), member, post, 'agreement', 1)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(vote(open(), member, { ...post, id: 'nothing' }, 'approval', 1)).rejects.toMatchObject({
      kind: 'not found',
    })
    await deleteComment(open(), author, comment.id)
    await expect(vote(open(), member, comment, 'approval', 1)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('200 members who vote, change and take back at once are counted exactly', async () => {
    const { comment } = await someTargets(open())
    const members = await Promise.all(Array.from({ length: 200 }, () => someMember(open())))
    await Promise.all(
      members.flatMap((member, n) => [
        vote(open(), member, comment, 'approval', 1),
        n % 2 ? vote(open(), member, comment, 'approval', -1) : takeBackVote(open(), member, comment, 'approval'),
        vote(open(), member, comment, 'agreement', n % 4 ? 1 : -1),
      ]),
    )
    const kept = await open()
      .selectFrom('votes')
      .select(['axis', 'value'])
      .where('target_id', '=', comment.id)
      .execute()
    const count = (axis: string, value: number) => kept.filter((row) => row.axis === axis && row.value === value).length
    expect((await totalsOf(open(), [comment])).get(comment.id)).toEqual({
      approval: { up: count('approval', 1), down: count('approval', -1) },
      agreement: { up: 150, down: 50 },
    })
  })
})

describeOnBothEngines('Voting on a post while its author deletes it', (open) => {
  test('ends in votes that were counted or refused, and none in between', async () => {
    const { author, post } = await someTargets(open())
    const members = await Promise.all(Array.from({ length: 12 }, () => someMember(open())))
    const voting = members.map((member) => vote(open(), member, post, 'approval', 1))
    const [deleted, ...voted] = await Promise.allSettled([deletePost(open(), author, post.id), ...voting])
    expect(deleted.status).toBe('fulfilled')
    const refused = voted.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    for (const { reason } of refused) expect(reason).toMatchObject({ kind: 'conflict' })
    const totals = (await totalsOf(open(), [post])).get(post.id)
    expect(totals?.approval).toEqual({ up: voted.length - refused.length, down: 0 })
    await expect(vote(open(), await someMember(open()), post, 'approval', 1)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
