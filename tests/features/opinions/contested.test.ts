import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { contestedNow } from '#app/features/opinions/contested.server.ts'
import { newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('What is contested now', (open) => {
  test('is nothing while too few have voted, then the claim most voted on, and who has not voted says first', async () => {
    const members = await newMembers(open(), 6)
    const [author] = members as [(typeof members)[0]]
    const claim = await proposeClaim(open(), author, { statement: 'It knew', framings: [] })
    const cell = { claimId: claim.id, standpointId: claim.standpoints[0]!.id, framingId: claim.framings[0]!.id }
    expect(await contestedNow(open(), null)).toBeNull()
    for (const [n, member] of members.entries()) await castBallot(open(), member, cell, n % 2 ? 'fits' : 'misfits')

    const seenByVisitor = await contestedNow(open(), null)
    expect(seenByVisitor).toMatchObject({ claim: { id: claim.id }, voters: 6, tally: { voters: 6 } })
    expect(await contestedNow(open(), author)).toMatchObject({ tally: { voters: 6 } })
    const silent = await newMember(open())
    expect(await contestedNow(open(), silent)).toMatchObject({ claim: { id: claim.id }, tally: null })
  })
})
