import { afterEach, expect, test, vi } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import type { Cell } from '#app/features/ballots/ballot.ts'
import { ballotsOf, castBallot, sayHandle, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { confirmVotes, earlierOf, withdrawEarlier } from '#app/features/ballots/earlier/earlier.server.ts'
import { disputeWords, editClaim, editFraming, editStandpoint } from '#app/features/ballots/earlier/reword.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { findClaim, proposeClaim } from '#app/features/claims/claims.server.ts'
import { findFraming } from '#app/features/claims/framings.server.ts'
import { holdWorded } from '#app/features/claims/wording/held-words.server.ts'
import { versionsOf } from '#app/features/claims/wording/wording.server.ts'
import type { Worded } from '#app/features/claims/wording/wording.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { helpfulOnly, newCase, newMember, newMembers, newProposition } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const moderator = async (db: Db): Promise<Member> => ({ ...(await newMember(db)), role: 'moderator' })

let made = 0
/** A case whose two framings are its own. */
async function ownCase(db: Db) {
  const n = ++made
  const [one, two] = [`reading ${n} a`, `reading ${n} b`]
  const framings = [one, two].map((name) => ({ name, definition: `What ${name} says.` }))
  return newCase(db, { framings })
}

function cellAt(claim: Claim, standpoint: number, framing: number): Cell {
  const [standpointId, framingId] = [claim.standpoints[standpoint]?.id ?? '', claim.framings[framing]?.id ?? '']
  return { claimId: claim.id, standpointId, framingId }
}

describeOnBothEngines('Votes on earlier words', (open) => {
  afterEach(() => vi.useRealTimers())

  const exact = async () => {
    expect(await recount(open())).toEqual({})
  }
  const counts = async ({ claimId, standpointId, framingId }: Cell) => {
    const tally = await tallyOf(open(), claimId)
    const isHere = (cell: { standpointId: string; framingId: string }) =>
      cell.standpointId === standpointId && cell.framingId === framingId
    const [cell, earlier] = [tally.cells.find(isHere), tally.earlier.find(isHere)]
    return { voters: tally.voters, fits: cell?.fits, handles: cell?.handles, earlier: earlier?.fits ?? 0 }
  }

  test('an edit of the same meaning keeps every vote counted, and the versions', async () => {
    const { claim, author } = await ownCase(open())
    const cell = cellAt(claim, 0, 0)
    await castBallot(open(), author, cell, 'fits')
    await editClaim(open(), author, claim.id, { context: 'Said better.', change: 'same' })
    await editFraming(open(), author, cell.framingId, { definition: 'Said better.', change: 'same' })
    expect(await counts(cell)).toMatchObject({ voters: 1, fits: 1, earlier: 0 })
    const [now, first] = await versionsOf(open(), { kind: 'claim', id: claim.id })
    expect([now?.version, now?.change, now?.words.context]).toEqual([2, 'same', 'Said better.'])
    expect([first?.version, first?.change, first?.words.context]).toEqual([1, 'first', helpfulOnly.context])
    expect((await findClaim(open(), claim.id)).contextHtml).toContain('Said better.')
    await exact()
  })

  test('the first words are read while somebody edits them', async () => {
    const { claim } = await ownCase(open())
    const things: Worded[] = [
      { kind: 'claim', id: claim.id },
      { kind: 'standpoint', id: claim.standpoints[1]?.id ?? '' },
      { kind: 'framing', id: claim.framings[0]?.id ?? '' },
    ]
    const read = await inTransaction(open(), async (tx) => {
      for (const thing of things) await holdWorded(tx, thing)
      return Promise.all(things.map((thing) => versionsOf(open(), thing)))
    })
    expect(read).toMatchObject([
      [{ version: 1, words: { statement: claim.statement } }],
      [{ version: 1, words: { name: claim.standpoints[1]?.name } }],
      [{ version: 1, words: { name: claim.framings[0]?.name } }],
    ])
  })

  test('an edit that changes what a framing means sets its votes apart, on all claims, until they are confirmed', async () => {
    const { claim, author } = await ownCase(open())
    const framingId = claim.framings[0]?.id ?? ''
    const other = await proposeClaim(open(), author, { ...helpfulOnly, framings: [{ id: framingId }] })
    const [a, b] = (await newMembers(open(), 2)) as [Member, Member]
    const [here, there, beside] = [cellAt(claim, 0, 0), cellAt(other, 0, 0), cellAt(claim, 0, 1)]
    for (const cell of [here, there, beside]) await castBallot(open(), a, cell, 'fits', { reason: 'So it is.' })
    await castBallot(open(), b, here, 'fits')
    await sayHandle(open(), b, claim.id, here.standpointId, framingId)
    await editFraming(open(), author, framingId, { definition: 'Something else.', change: 'changed' })
    expect(await counts(here)).toEqual({ voters: 1, fits: 0, handles: 0, earlier: 2 })
    expect(await counts(there)).toEqual({ voters: 0, fits: 0, handles: 0, earlier: 1 })
    expect(await counts(beside)).toMatchObject({ fits: 1, earlier: 0 })
    expect(await earlierOf(open(), b, claim.id)).toMatchObject({
      ballots: [{ verdict: 'fits' }],
      handles: [{ framingId }],
    })
    await exact()
    expect(await confirmVotes(open(), b, claim.id)).toBe(2)
    expect(await counts(here)).toEqual({ voters: 2, fits: 1, handles: 1, earlier: 1 })
    await castBallot(open(), a, here, 'misfits')
    expect(await counts(here)).toMatchObject({ fits: 1, earlier: 0 })
    expect((await ballotsOf(open(), a, claim.id)).ballots).toHaveLength(2)
    expect(await withdrawEarlier(open(), a, other.id)).toBe(1)
    expect(await counts(there)).toMatchObject({ voters: 0, earlier: 0 })
    await exact()
  })

  test('a changed claim sets all its votes apart, a changed standpoint those cast from it', async () => {
    const { claim, author } = await ownCase(open())
    const [overall, from] = [cellAt(claim, 0, 0), cellAt(claim, 1, 0)]
    for (const cell of [overall, from]) await castBallot(open(), author, cell, 'fits')
    await sayHandle(open(), author, claim.id, from.standpointId, null)
    await editStandpoint(open(), author, claim.id, from.standpointId, { definition: 'Another.', change: 'changed' })
    expect([(await counts(overall)).fits, (await counts(from)).fits]).toEqual([1, 0])
    expect((await tallyOf(open(), claim.id)).noneOfThese[1]?.handles).toBe(0)
    await editClaim(open(), author, claim.id, { statement: 'What it does elsewhere', change: 'changed' })
    expect(await counts(overall)).toMatchObject({ voters: 0, fits: 0, earlier: 1 })
    expect((await tallyOf(open(), claim.id)).earlier.map(({ fits, handles }) => fits + handles)).toEqual([1, 1, 1])
    await withdrawBallot(open(), author, overall)
    expect(await counts(overall)).toMatchObject({ voters: 0, earlier: 0 })
    await confirmVotes(open(), author, claim.id)
    expect(await counts(from)).toMatchObject({ voters: 1, fits: 1 })
    await exact()
  })

  test('a moderator says of an edit that it changed the meaning: votes from before it are set apart, later ones stay', async () => {
    const { claim, author } = await ownCase(open())
    const [a, b] = (await newMembers(open(), 2)) as [Member, Member]
    const cell = cellAt(claim, 0, 0)
    const worded = { kind: 'framing', id: cell.framingId } as const
    for (const member of [a, b]) await sayHandle(open(), member, claim.id, cell.standpointId, cell.framingId)
    await castBallot(open(), a, cell, 'fits')
    await editFraming(open(), author, cell.framingId, { definition: 'Slyly another.', change: 'same' })
    await castBallot(open(), b, cell, 'fits')
    await sayHandle(open(), b, claim.id, cell.standpointId, cell.framingId)
    await expect(disputeWords(open(), author, worded, 2, { why: 'It does.' })).rejects.toMatchObject({
      kind: 'not allowed',
    })
    const judge = await moderator(open())
    await disputeWords(open(), judge, worded, 2, { why: 'It is another reading.' })
    expect(await counts(cell)).toMatchObject({ voters: 1, fits: 1, handles: 1, earlier: 1 })
    expect((await versionsOf(open(), worded))[0]).toMatchObject({
      change: 'changed',
      ruling: { handle: judge.handle, why: 'It is another reading.' },
    })
    for (const version of [1, 2, 3, 0.5])
      await expect(disputeWords(open(), judge, worded, version, { why: 'x' })).rejects.toMatchObject({
        kind: 'conflict',
      })
    await exact()
  })

  test('the tally of a day before the change says what stood on that day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-01T10:00:00Z') })
    const { claim, author } = await ownCase(open())
    const cell = cellAt(claim, 0, 0)
    await castBallot(open(), author, cell, 'fits')
    vi.setSystemTime(Date.parse('2026-03-02T10:00:00Z'))
    await editClaim(open(), author, claim.id, { context: 'Another case.', change: 'changed' })
    vi.setSystemTime(Date.parse('2026-03-03T10:00:00Z'))
    await confirmVotes(open(), author, claim.id)
    const voters = async (at: string) => (await tallyOf(open(), claim.id, { at })).voters
    expect(await Promise.all(['2026-03-01', '2026-03-02', '2026-03-03'].map(voters))).toEqual([1, 0, 1])
    const history = await open()
      .selectFrom('ballot_history')
      .selectAll()
      .where('claim_id', '=', claim.id)
      .orderBy('at')
      .execute()
    expect(history.map(({ verdict, set_apart }) => [verdict, set_apart])).toEqual([
      ['fits', 0],
      [null, 1],
      ['fits', 0],
    ])
  })

  test('only who proposed it, and moderators, edit words; what is built in stays', async () => {
    const { claim, author } = await ownCase(open())
    const stranger = await newMember(open())
    const framingId = claim.framings[0]?.id ?? ''
    for (const edit of [
      () => editClaim(open(), stranger, claim.id, { statement: 'Mine', change: 'same' }),
      () => editFraming(open(), stranger, framingId, { name: 'Mine', change: 'same' }),
      () =>
        editStandpoint(open(), stranger, claim.id, claim.standpoints[1]?.id ?? '', { name: 'Mine', change: 'same' }),
    ])
      await expect(edit()).rejects.toMatchObject({ kind: 'not allowed' })
    const first = claim.standpoints[0]?.id ?? ''
    await expect(editStandpoint(open(), author, claim.id, first, { name: 'x', change: 'same' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const proposition = await newProposition(open(), 'It holds')
    const builtIn = proposition.framings[0]?.id ?? ''
    const change = { definition: 'x', change: 'same' } as const
    await expect(editFraming(open(), await moderator(open()), builtIn, change)).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(editClaim(open(), author, claim.id, { differs: 'x', change: 'same' })).rejects.toMatchObject({
      errors: { differs: [expect.any(String)] },
    })
    await expect(editClaim(open(), author, claim.id, { statement: ' ', change: 'same' })).rejects.toMatchObject({
      errors: { statement: [expect.any(String)] },
    })
    const named = { name: claim.standpoints[2]?.name.toUpperCase(), change: 'same' } as const
    await expect(editStandpoint(open(), author, claim.id, claim.standpoints[1]?.id ?? '', named)).rejects.toMatchObject(
      {
        errors: { name: [expect.any(String)] },
      },
    )
    expect(await findFraming(open(), framingId)).toMatchObject({ version: 1 })
  })

  test('votes and edits that change the meaning at once leave exact counts, and no vote on old words counted', async () => {
    const { claim, author } = await ownCase(open())
    const members = await newMembers(open(), 20)
    const [here, beside] = [cellAt(claim, 0, 0), cellAt(claim, 0, 1)]
    const edit = (n: number) =>
      editFraming(open(), author, here.framingId, { definition: `Meaning ${n}`, change: 'changed' })
    await Promise.all(
      members.flatMap((member, i) => [
        castBallot(open(), member, here, 'fits'),
        sayHandle(open(), member, claim.id, here.standpointId, i % 2 ? here.framingId : beside.framingId),
        castBallot(open(), member, beside, 'partly'),
        ...(i % 5 === 0 ? [edit(i)] : []),
        sayHandle(open(), member, claim.id, here.standpointId, i % 2 ? null : here.framingId),
        ...(i === 7 ? [editClaim(open(), author, claim.id, { context: 'Changed', change: 'changed' })] : []),
        ...(i % 3 === 0 ? [withdrawBallot(open(), member, here), confirmVotes(open(), member, claim.id)] : []),
      ]),
    )
    await exact()
    const { meaning } = await open()
      .selectFrom('framings')
      .select('meaning')
      .where('id', '=', here.framingId)
      .executeTakeFirstOrThrow()
    const stale = await open()
      .selectFrom('ballots')
      .select('member_id')
      .where('framing_id', '=', here.framingId)
      .where('framing_version', '<', meaning)
      .execute()
    expect(stale).toEqual([])
    for (const member of members) await confirmVotes(open(), member, claim.id)
    await exact()
    expect((await tallyOf(open(), claim.id)).earlier).toEqual([])
  })
})
