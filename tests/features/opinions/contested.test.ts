import { expect, test } from 'vitest'
import { join } from '#app/features/accounts/accounts.server.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { contestedNow } from '#app/features/opinions/contested.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const voters = (db: Db, prefix: string, n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => join(db, `${prefix}-${i}`, 'a long enough password')))

describeOnBothEngines('What is contested now', (open) => {
  test('is nothing while too few have voted, then the claim most voted on, and who has not voted says first', async () => {
    const members = await voters(open(), 'voter', 6)
    const [author] = members as [(typeof members)[0]]
    const claim = await proposeClaim(open(), author, { statement: 'It knew', framings: [] })
    const cell = { claimId: claim.id, standpointId: claim.standpoints[0]!.id, framingId: claim.framings[0]!.id }
    expect(await contestedNow(open(), null)).toBeNull()
    for (const [n, member] of members.entries()) await castBallot(open(), member, cell, n % 2 ? 'fits' : 'misfits')

    const seenByVisitor = await contestedNow(open(), null)
    expect(seenByVisitor).toMatchObject({ claim: { id: claim.id }, voters: 6, tally: { voters: 6 } })
    expect(await contestedNow(open(), author)).toMatchObject({ tally: { voters: 6 } })
    const [silent] = await voters(open(), 'silent', 1)
    expect(await contestedNow(open(), silent!)).toMatchObject({ claim: { id: claim.id }, tally: null })
  })
})
