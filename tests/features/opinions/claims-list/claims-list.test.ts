import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { claimsListed, rankStaleClaims } from '#app/features/opinions/claims-list/claims-list.server.ts'
import { listedBy } from '#app/features/opinions/claims-list/sort.ts'
import { inTransaction } from '#db/transaction.ts'
import { newCase, newMember, newMembers, newProposition } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const by = (search: string) => listedBy(new URL(`http://here/claims${search}`))
const firstPage = { limit: 30, after: null }
const cell = (claim: Claim, standpoint = 0, framing = 0) => ({
  claimId: claim.id,
  standpointId: claim.standpoints[standpoint]?.id ?? '',
  framingId: claim.framings[framing]?.id ?? '',
})

describeOnBothEngines('The list of claims', (open) => {
  // With time for all that changed, however slow the machine is.
  const listed = async (search: string, reader: Member | null = null) => {
    await rankStaleClaims(open(), { milliseconds: 20_000 })
    return (await claimsListed(open(), reader, by(search), firstPage)).items
  }
  const ids = async (search: string) => (await listed(search)).map(({ claim }) => claim.id)
  const reasonOf = async (search: string, id: string, reader: Member | null = null) =>
    (await listed(search, reader)).find(({ claim }) => claim.id === id)

  test('the contested come with the most divided first and why, to those who have voted', async () => {
    const [even, leaning, quiet] = [
      await newProposition(open(), 'It is even'),
      (await newCase(open())).claim,
      await newProposition(open(), 'It is quiet'),
    ]
    const members = await newMembers(open(), 12)
    for (const [i, member] of members.entries()) {
      await castBallot(open(), member, cell(even), i % 2 ? 'fits' : 'misfits')
      await castBallot(open(), member, cell(leaning), i % 3 ? 'fits' : 'misfits')
      await castBallot(open(), member, cell(quiet), 'fits')
    }
    expect(await ids('?sort=contested')).toEqual([even.id, leaning.id])
    expect(await ids('?sort=contested&kind=case')).toEqual([leaning.id])
    expect(await reasonOf('?sort=contested', even.id)).toMatchObject({
      reason: '6 say that it holds, 6 that it does not; 12 judged.',
    })
    expect(await reasonOf('?sort=contested', leaning.id, members[0])).toMatchObject({
      reason: '8 say that “alignment faking” fits, 4 that it misfits; 12 judged.',
      saysFirst: false,
    })
    expect(await reasonOf('?sort=contested', even.id, await newMember(open()))).toMatchObject({
      reason: null,
      saysFirst: true,
    })
    for (const member of members.slice(0, 6)) await castBallot(open(), member, cell(even), 'fits')
    expect(await ids('?sort=contested')).toEqual([leaning.id])
  })

  test('the most standpoint-bound are those that the headline pair moves, with the interval and n', async () => {
    const { claim: bound } = await newCase(open())
    const { claim: still } = await newCase(open())
    for (const [i, member] of (await newMembers(open(), 10)).entries()) {
      await castBallot(open(), member, cell(bound, 1), i ? 'fits' : 'partly')
      await castBallot(open(), member, cell(bound, 2), 'misfits')
      for (const standpoint of [1, 2])
        await castBallot(open(), member, cell(still, standpoint), i % 2 ? 'fits' : 'misfits')
    }
    expect(await ids('?sort=bound')).toEqual([bound.id])
    expect((await reasonOf('?sort=bound', bound.id))?.reason).toMatch(
      /^From “relative to Intent_1” to “relative to Intent_2”, verdicts on “alignment faking” move by −0\.95 \(−1\.00 to −0\.\d\d; 10 judged both\)\.$/,
    )
  })

  test('the most moved are those with the most ballots that something changed, each counted once', async () => {
    const { claim } = await newCase(open())
    const { claim: less } = await newCase(open())
    const [one, two] = await newMembers(open(), 2)
    const movedBy = { type: 'comment', id: 'c1' } as const
    for (const verdict of ['fits', 'misfits', 'partly'] as const)
      await castBallot(open(), one!, cell(less), verdict, { movedBy })
    for (const member of [one!, two!]) await castBallot(open(), member, cell(claim), 'fits', { movedBy })
    expect(await ids('?sort=moved')).toEqual([claim.id, less.id])
    expect((await reasonOf('?sort=moved', claim.id))?.reason).toBe('2 ballots changed by something that was named.')
  })

  test('the most agreed across camps are those where every camp says the same, by the camps last computed', async () => {
    const { claim } = await newCase(open())
    const [said, divided] = [cell(claim, 0, 1), cell(claim, 0, 0)]
    const camp = (agrees: number) => ({
      cells: [
        { ...said, agree: 8, disagree: 1, seen: 9 },
        { ...divided, agree: agrees, disagree: 9 - agrees, seen: 9 },
      ],
    })
    const result = JSON.stringify({
      camps: [camp(9), camp(0)],
      consensus: [
        { ...said, value: (9 / 11) ** 2 },
        { ...divided, value: 10 / 121 },
      ],
    })
    const keep = (computed_at: number, text: string) =>
      inTransaction(open(), async (tx) => {
        await tx.deleteFrom('camp_runs').execute()
        await tx
          .insertInto('camp_runs')
          .values({ claim_id: claim.id, basis: 'own', result: text, computed_at })
          .execute()
      })
    expect(await ids('?sort=agreed')).toEqual([])
    await keep(1, result)
    expect((await reasonOf('?sort=agreed', claim.id))?.reason).toBe(
      'Every camp leans to say that “goal guarding” fits: 8 of 9, 8 of 9.',
    )
    await keep(2, JSON.stringify({ camps: [], consensus: [] }))
    expect(await ids('?sort=agreed')).toEqual([])
  })

  test('pages follow each other without gap or twin, by kind and in every order', async () => {
    for (const search of ['', '?kind=case', '?kind=proposition', '?sort=contested', '?sort=moved']) {
      const whole = await ids(search)
      const paged: string[] = []
      for (let after: (string | number)[] | null = null; ; ) {
        const { items, next } = await claimsListed(open(), null, by(search), { limit: 1, after })
        paged.push(...items.map(({ claim }) => claim.id))
        if (!next) break
        after = JSON.parse(Buffer.from(next, 'base64url').toString())
      }
      expect(paged).toEqual(whole)
    }
    for (const search of ['?sort=best', '?kind=post']) expect(() => by(search)).toThrow()
  })

  test('readers who ask at once while ballots come in find the list as it stands at the end', async () => {
    const claim = await newProposition(open(), 'It is asked about at once')
    const members = await newMembers(open(), 10)
    await Promise.all(
      members.flatMap((member, i) => [
        castBallot(open(), member, cell(claim), i % 2 ? 'fits' : 'misfits'),
        claimsListed(open(), null, by('?sort=contested'), firstPage),
      ]),
    )
    expect(await reasonOf('?sort=contested', claim.id)).toMatchObject({
      reason: '5 say that it holds, 5 that it does not; 10 judged.',
    })
  })
})
