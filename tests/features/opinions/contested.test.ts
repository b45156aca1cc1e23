import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { sayHandle } from '#app/features/ballots/handles.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { claimsInFront } from '#app/features/opinions/contested.server.ts'
import { newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('What is contested now', (open) => {
  const contestedNow = async (reader: Member | null) => (await claimsInFront(open(), reader)).first

  test('is nothing while too few have voted, then the claim most voted on, and who has not voted says first', async () => {
    const members = await newMembers(open(), 6)
    const [author] = members as [(typeof members)[0]]
    const claim = await proposeClaim(open(), author, { statement: 'It knew', framings: [] })
    const cell = { claimId: claim.id, standpointId: claim.standpoints[0]!.id, framingId: claim.framings[0]!.id }
    expect(await contestedNow(null)).toBeNull()
    for (const [n, member] of members.entries()) await castBallot(open(), member, cell, n % 2 ? 'fits' : 'misfits')

    const seenByVisitor = await contestedNow(null)
    expect(seenByVisitor).toMatchObject({ claim: { id: claim.id }, voters: 6, tally: { voters: 6 } })
    expect(await contestedNow(author)).toMatchObject({ tally: { voters: 6 } })
    const silent = await newMember(open())
    expect(await contestedNow(silent)).toMatchObject({ claim: { id: claim.id }, tally: null })
  })
})

describeOnBothEngines('The front page', (open) => {
  test('in front stands what a member has yet to judge, then what is contested beside it; and before anything is, the newest case', async () => {
    const db = open()
    const members = await newMembers(db, 6)
    const author = members[0] as (typeof members)[0]
    expect(await claimsInFront(db, null)).toEqual({ first: null, others: [] })
    const framings = [{ name: 'a reading', definition: 'So.' }]
    const theCase = await proposeClaim(db, author, { statement: 'What it did', framings })
    expect(await claimsInFront(db, author)).toMatchObject({ first: { claim: { id: theCase.id }, isContested: false } })
    const split = await proposeClaim(db, author, { statement: 'It was so', framings: [] })
    for (const claim of [split, theCase]) {
      const cell = { claimId: claim.id, standpointId: claim.standpoints[0]!.id, framingId: claim.framings[0]!.id }
      const voters = claim === split ? members : members.slice(1)
      for (const [n, member] of voters.entries()) await castBallot(db, member, cell, n % 2 ? 'fits' : 'misfits')
    }
    const ofAuthor = await claimsInFront(db, author)
    expect(ofAuthor).toMatchObject({ first: { claim: { id: theCase.id }, tally: null, named: undefined } })
    expect(ofAuthor.others.map(({ claim }) => claim.id)).toEqual([split.id])
    await sayHandle(db, author, theCase.id, theCase.standpoints[0]!.id, null)
    expect(await claimsInFront(db, author)).toMatchObject({ first: { claim: { id: split.id } } })
    expect(await claimsInFront(db, null)).toMatchObject({ first: { claim: { id: split.id }, named: undefined } })
  })
})
