import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { strongestOf } from '#app/features/votes/strongest/strongest.server.ts'
import { threadPage } from '#app/features/votes/subject-thread.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { fill, someThread } from './threads.ts'

describeOnBothEngines('The strongest argument for each framing', (open) => {
  test('is the one that those approve of who judge otherwise, else the best; arguments against are left out', async () => {
    const { claim, author } = await newCase(open())
    const { subject } = await someThread(open())
    const [faking, guarding] = claim.framings.map(({ id }) => id) as [string, string]
    const argue = async (
      body: string,
      framingId: string,
      direction: 'for' | 'against' = 'for',
      on: Subject = subject,
    ) => (await reply(open(), author, on, { body, bearing: { claimId: claim.id, framingId, direction } })).id
    const liked = await argue('Liked by many', faking)
    const across = await argue('Liked by those who judge otherwise', faking)
    await argue('Against', guarding, 'against')
    const gone = await argue('Gone', guarding)
    const only = await argue('The only one left', guarding)
    const elsewhere = await argue('On the claim itself', guarding, 'for', { kind: 'claim', id: claim.id })
    await deleteComment(open(), author, gone)
    const voters = await newMembers(open(), 5)
    for (const voter of voters) await vote(open(), voter, { kind: 'comment', id: liked }, 'approval', 1)
    for (const voter of voters.slice(0, 3)) {
      const cell = { claimId: claim.id, standpointId: claim.standpoints[0]?.id as string, framingId: faking }
      await castBallot(open(), voter, cell, 'misfits')
      await vote(open(), voter, { kind: 'comment', id: liked }, 'approval', -1)
      await vote(open(), voter, { kind: 'comment', id: across }, 'approval', 1)
    }
    await vote(open(), voters[4] as never, { kind: 'comment', id: elsewhere }, 'approval', 1)
    const inThread = await strongestOf(open(), subject)
    expect(inThread.map(({ source }) => source.id).sort()).toEqual([across, only].sort())
    const onClaim = await strongestOf(open(), { kind: 'claim', id: claim.id })
    expect(onClaim.map(({ source }) => source.id).sort()).toEqual([across, elsewhere].sort())
    expect(onClaim[0]).toMatchObject({ words: expect.any(String), framingName: expect.any(String) })
  })

  test('stands above a thread of more than 200 comments, not above a shorter one', async () => {
    const { claim, author } = await newCase(open())
    const { subject } = await someThread(open())
    const bearing = { claimId: claim.id, framingId: claim.framings[0]?.id as string, direction: 'for' as const }
    const { id } = await reply(open(), author, subject, { body: 'It fits', bearing })
    const strongest = async () =>
      (await threadPage(open(), subject, null, new URLSearchParams())).strongest.map(({ source }) => source.id)
    expect(await strongest()).toEqual([])
    await fill(open(), await someMember(open()), subject, 200, 0)
    expect(await strongest()).toEqual([id])
  })
})
