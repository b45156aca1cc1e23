import { afterEach, expect, test, vi } from 'vitest'
import { commentRevisionsOf, restoreComment } from '#app/features/discussion/comments/comment-history.server.ts'
import {
  deleteComment,
  editComment,
  findComment,
  findThread,
  reply,
} from '#app/features/discussion/comments/comments.server.ts'
import { vote, votesOf } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember, someThings } from './things.ts'

async function someComment(db: Db) {
  const { author, subject } = await someThread(db)
  const { id } = await reply(db, author, subject, { body: 'First' })
  return { author, subject, id }
}

afterEach(() => {
  vi.useRealTimers()
})

describeOnBothEngines('Two edits of one comment', (open) => {
  test('at once: one is kept, the other is told what it says now, and nothing is lost', async () => {
    const { author, id } = await someComment(open())
    const bodies = ['One tab', 'Another tab', 'A third']
    const edits = await Promise.allSettled(bodies.map((body) => editComment(open(), author, id, { body, revision: 1 })))
    const kept = await findComment(open(), id)
    expect(bodies).toContain(kept.body)
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const edit of edits)
      if (edit.status === 'rejected')
        expect(edit.reason).toMatchObject({ kind: 'conflict', more: { current: { revision: 2, body: kept.body } } })
    expect(await commentRevisionsOf(open(), kept)).toMatchObject([{ revision: 2 }, { revision: 1, body: 'First' }])
  })

  test('of the same words are one, and an edit that names no revision goes through', async () => {
    const { author, id } = await someComment(open())
    await editComment(open(), author, id, { body: 'Second', revision: 1 })
    expect(await editComment(open(), author, id, { body: 'Second', revision: 1 })).toMatchObject({ revision: 2 })
    expect(await editComment(open(), author, id, { body: 'Third' })).toMatchObject({ revision: 3 })
  })
})

describeOnBothEngines('Restoring a comment', (open) => {
  test('brings back words, evidence, bearing and votes, and counts it again', async () => {
    const { claim, excerpts, member: author } = await someThings(open())
    const subject = { kind: 'claim', id: claim.id } as const
    const bearing = { claimId: claim.id, framingId: claim.framings[0], direction: 'for' as const }
    const { isNew, ...comment } = await reply(open(), author, subject, { body: 'Mine', evidence: excerpts, bearing })
    const voter = await someMember(open())
    await vote(open(), voter, { kind: 'comment', id: comment.id }, 'approval', 1)
    await deleteComment(open(), author, comment.id)
    expect((await findThread(open(), subject)).commentCount).toBe(0)
    await Promise.all([1, 2, 3].map(() => restoreComment(open(), author, comment.id)))
    expect(await findComment(open(), comment.id)).toEqual(comment)
    expect((await findThread(open(), subject)).commentCount).toBe(1)
    expect((await votesOf(open(), voter, [{ kind: 'comment', id: comment.id }])).get(comment.id)).toMatchObject({
      approval: 1,
    })
  })

  test('is for who wrote and deleted it, and for 30 days', async () => {
    const { author, id } = await someComment(open())
    const [other, moderator] = [await someMember(open()), await someMember(open(), 'moderator')]
    await deleteComment(open(), author, id)
    for (const member of [other, moderator])
      await expect(restoreComment(open(), member, id)).rejects.toMatchObject({ kind: 'not allowed' })
    const days = (count: number) => Date.now() + count * 86_400_000
    vi.setSystemTime(days(31))
    await expect(restoreComment(open(), author, id)).rejects.toMatchObject({ kind: 'not allowed' })
    vi.setSystemTime(days(-2))
    await restoreComment(open(), author, id)
    await deleteComment(open(), moderator, id)
    await expect(restoreComment(open(), author, id)).rejects.toMatchObject({ kind: 'not allowed' })
  })

  test('and deleting and answering at once leave the count exact', async () => {
    const { author, subject, id } = await someComment(open())
    await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => [
        n % 2 ? deleteComment(open(), author, id) : restoreComment(open(), author, id),
        reply(open(), author, subject, { body: `${n}`, parentId: id }),
      ]).flat(),
    )
    const rows = await open().selectFrom('comments').select('deleted_at').where('subject_id', '=', subject.id).execute()
    const there = rows.filter(({ deleted_at }) => deleted_at === null).length
    expect((await findThread(open(), subject)).commentCount).toBe(there)
  })
})

describeOnBothEngines('Voting while the author deletes', (open) => {
  test('is either counted or refused, and a restored comment has the votes that were counted', async () => {
    const { author, id } = await someComment(open())
    const voters = await Promise.all(Array.from({ length: 20 }, () => someMember(open())))
    const target = { kind: 'comment' as const, id }
    const [, ...votes] = await Promise.allSettled([
      deleteComment(open(), author, id),
      ...voters.map((voter) => vote(open(), voter, target, 'approval', 1)),
    ])
    const cast = votes.filter(({ status }) => status === 'fulfilled').length
    for (const one of votes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'conflict' })
    await restoreComment(open(), author, id)
    const rows = await open().selectFrom('votes').select('value').where('target_id', '=', id).execute()
    const totals = await open().selectFrom('vote_totals').select('up').where('target_id', '=', id).execute()
    expect(rows).toHaveLength(cast)
    expect(totals.reduce((sum, { up }) => sum + up, 0)).toBe(cast)
  })
})
