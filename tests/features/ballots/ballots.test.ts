import { afterEach, expect, test, vi } from 'vitest'
import { describeMember } from '#app/features/accounts/accounts.server.ts'
import type { BallotVerdict, Cell } from '#app/features/ballots/ballot.ts'
import {
  ballotsOf,
  castBallot,
  sayHandle,
  shownBallots,
  takeBackHandle,
  withdrawBallot,
} from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { framingOverClaims, standingsOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { newCase, newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const exact = {}

function cellAt(claim: Claim, standpoint: number, framing: number): Cell {
  const [standpointId, framingId] = [claim.standpoints[standpoint]?.id ?? '', claim.framings[framing]?.id ?? '']
  return { claimId: claim.id, standpointId, framingId }
}

describeOnBothEngines('Ballots', (open) => {
  afterEach(() => vi.useRealTimers())

  const countsAt = async (cell: Cell, at?: string) => {
    const { cells } = await tallyOf(open(), cell.claimId, { at })
    return cells.find(
      ({ standpointId, framingId }) => standpointId === cell.standpointId && framingId === cell.framingId,
    )
  }

  test('a ballot is cast, changed and withdrawn; the latest counts and the history stays', async () => {
    const { claim, author } = await newCase(open())
    const cell = cellAt(claim, 0, 0)
    await castBallot(open(), author, cell, 'fits', { reason: 'It says so itself.' })
    expect(await countsAt(cell)).toMatchObject({ fits: 1, n: 1, share: 1, high: 1 })
    await castBallot(open(), author, cell, 'misfits', { movedBy: { type: 'comment', id: 'c1' } })
    expect(await countsAt(cell)).toMatchObject({ fits: 0, misfits: 1, n: 1, share: 0 })
    expect((await ballotsOf(open(), author, claim.id)).ballots).toMatchObject([{ verdict: 'misfits', reason: '' }])
    await withdrawBallot(open(), author, cell)
    expect(await tallyOf(open(), claim.id)).toMatchObject({ voters: 0 })
    expect(await countsAt(cell)).toMatchObject({ n: 0, share: null })
    const history = await open()
      .selectFrom('ballot_history')
      .selectAll()
      .where('claim_id', '=', claim.id)
      .orderBy('at')
      .execute()
    expect(history.map(({ verdict, moved_by_id }) => [verdict, moved_by_id])).toEqual([
      ['fits', null],
      ['misfits', 'c1'],
      [null, null],
    ])
    expect(await recount(open())).toEqual(exact)
  })

  test('the same ballot again, and withdrawing none, change nothing', async () => {
    const { claim, author } = await newCase(open())
    const cell = cellAt(claim, 1, 1)
    await withdrawBallot(open(), author, cell)
    await castBallot(open(), author, cell, 'partly')
    await castBallot(open(), author, cell, 'partly')
    const history = await open().selectFrom('ballot_history').selectAll().where('claim_id', '=', claim.id).execute()
    expect(history).toHaveLength(1)
    expect(await tallyOf(open(), claim.id)).toMatchObject({ voters: 1 })
    expect(await recount(open())).toEqual(exact)
  })

  test('the handle is one framing or none of these, counted apart from fit', async () => {
    const { claim } = await newCase(open())
    const [a, b, c] = await newMembers(open(), 3)
    const [standpoint, [first, second]] = [claim.standpoints[0]?.id ?? '', claim.framings.map(({ id }) => id)]
    await sayHandle(open(), a!, claim.id, standpoint, first!)
    await sayHandle(open(), b!, claim.id, standpoint, first!)
    await sayHandle(open(), b!, claim.id, standpoint, second!)
    await sayHandle(open(), c!, claim.id, standpoint, null)
    const { cells, noneOfThese, voters } = await tallyOf(open(), claim.id)
    expect(
      cells.filter(({ standpointId }) => standpointId === standpoint).map(({ handles, n }) => [handles, n]),
    ).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect([noneOfThese[0], voters]).toEqual([{ standpointId: standpoint, handles: 1 }, 3])
    await takeBackHandle(open(), c!, claim.id, standpoint)
    await takeBackHandle(open(), c!, claim.id, standpoint)
    expect(await tallyOf(open(), claim.id)).toMatchObject({ voters: 2, noneOfThese: [{ handles: 0 }, {}, {}] })
    expect((await ballotsOf(open(), b!, claim.id)).handles).toEqual([{ standpointId: standpoint, framingId: second }])
    expect(await recount(open())).toEqual(exact)
  })

  test('a cell of another claim is not there, and a wrong verdict or long reason is refused', async () => {
    const { claim, author } = await newCase(open())
    const { claim: other } = await newCase(open(), { framings: [{ name: 'elsewhere', definition: 'x' }] })
    const cell = cellAt(claim, 0, 0)
    for (const wrong of [
      { ...cell, claimId: 'nothing' },
      { ...cell, standpointId: other.standpoints[0]?.id ?? '' },
      { ...cell, framingId: other.framings[0]?.id ?? '' },
      { ...cell, standpointId: cell.framingId },
    ]) {
      await expect(castBallot(open(), author, wrong, 'fits')).rejects.toMatchObject({ kind: 'not found' })
      await expect(withdrawBallot(open(), author, wrong)).rejects.toMatchObject({ kind: 'not found' })
    }
    await expect(castBallot(open(), author, cell, 'sort of' as BallotVerdict)).rejects.toMatchObject({
      errors: { verdict: [expect.any(String)] },
    })
    await expect(castBallot(open(), author, cell, 'fits', { reason: '𝒳'.repeat(301) })).rejects.toMatchObject({
      errors: { reason: [expect.any(String)] },
    })
    await castBallot(open(), author, cell, 'fits', { reason: '𝒳'.repeat(300) })
    const said = sayHandle(open(), author, claim.id, cell.standpointId, other.framings[0]?.id ?? '')
    await expect(said).rejects.toMatchObject({ kind: 'invalid', errors: { framingId: [expect.any(String)] } })
  })

  test('200 ballots, changes, names and withdrawals at once end in exact counts', async () => {
    const { claim } = await newCase(open())
    const members = await newMembers(open(), 25)
    const [fits, misfits] = [cellAt(claim, 0, 0), cellAt(claim, 0, 1)]
    await Promise.all(
      members.flatMap((member, i) => [
        castBallot(open(), member, fits, 'fits'),
        castBallot(open(), member, fits, 'partly'),
        castBallot(open(), member, misfits, i % 2 ? 'misfits' : 'unsure'),
        withdrawBallot(open(), member, misfits),
        castBallot(open(), member, cellAt(claim, 1, 0), 'fits'),
        sayHandle(open(), member, claim.id, fits.standpointId, fits.framingId),
        sayHandle(open(), member, claim.id, fits.standpointId, i % 2 ? misfits.framingId : null),
        takeBackHandle(open(), member, claim.id, fits.standpointId),
      ]),
    )
    expect(await recount(open())).toEqual(exact)
    const counted = await tallyOf(open(), claim.id)
    expect(counted.voters).toBe(25)
    expect((await countsAt(fits))?.n).toBe(25)
    expect((await countsAt(cellAt(claim, 1, 0)))?.fits).toBe(25)
    await Promise.all(members.map((member) => castBallot(open(), member, fits, 'fits')))
    expect(await countsAt(fits)).toMatchObject({ fits: 25, partly: 0, n: 25 })
    expect(await tallyOf(open(), claim.id, { at: new Date().toISOString().slice(0, 10) })).toMatchObject({
      voters: 25,
      cells: counted.cells.map(({ unsure }, i) => (i === 0 ? { fits: 25 } : { unsure })),
    })
  })

  test('a member who casts one ballot twice at once is counted once', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    const cell = cellAt(claim, 0, 0)
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => castBallot(open(), member, cell, i % 2 ? 'fits' : 'misfits')),
    )
    expect(await countsAt(cell)).toMatchObject({ n: 1 })
    expect(await recount(open())).toEqual(exact)
  })

  test('?at shows the claim as it stood at the end of a day, UTC', async () => {
    const { claim, author } = await newCase(open())
    const other = await newMember(open())
    const cell = cellAt(claim, 0, 0)
    const on = async (time: string, work: () => Promise<unknown>) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(time) })
      await work()
    }
    await on('2026-03-01T23:59:59.999Z', () => castBallot(open(), author, cell, 'fits'))
    await on('2026-03-02T00:00:00.000Z', () => castBallot(open(), other, cell, 'fits'))
    await on('2026-03-03T12:00:00Z', () => castBallot(open(), author, cell, 'misfits'))
    await on('2026-03-03T12:00:00Z', () => withdrawBallot(open(), other, cell))
    await on('2026-03-03T12:00:00Z', () => sayHandle(open(), other, claim.id, cell.standpointId, null))
    await on('2026-03-04T12:00:00Z', () => takeBackHandle(open(), other, claim.id, cell.standpointId))
    const stood = async (at: string) => [
      (await tallyOf(open(), claim.id, { at })).voters,
      (await countsAt(cell, at))?.share,
    ]
    expect(await stood('2026-02-28')).toEqual([0, null])
    expect(await stood('2026-03-01')).toEqual([1, 1])
    expect(await stood('2026-03-02')).toEqual([2, 1])
    expect(await stood('2026-03-03')).toEqual([2, 0])
    expect(await stood('2026-03-04')).toEqual([1, 0])
    expect(await tallyOf(open(), claim.id, { at: '2026-03-04' })).toEqual({
      ...(await tallyOf(open(), claim.id)),
      at: '2026-03-04',
    })
  })

  test.each(['2026-02-30', '2026-3-1', 'yesterday', '2999-01-01', '2026-01-01T00:00'])(
    'refuses %s as a day',
    async (at) => {
      const { claim } = await newCase(open())
      await expect(tallyOf(open(), claim.id, { at })).rejects.toMatchObject({
        kind: 'invalid',
        errors: { at: [expect.any(String)] },
      })
    },
  )

  test('members who show their ballots are named with verdict and reason, others are not', async () => {
    const { claim } = await newCase(open())
    const [shows, hides] = await newMembers(open(), 2)
    await describeMember(open(), shows!, { showsBallots: true })
    await castBallot(open(), shows!, cellAt(claim, 0, 1), 'partly')
    await castBallot(open(), shows!, cellAt(claim, 0, 0), 'fits', { reason: 'It says so.' })
    await castBallot(open(), hides!, cellAt(claim, 0, 0), 'misfits', { reason: 'Secret.' })
    const ids = claim.framings.map(({ id }) => id)
    expect(await shownBallots(open(), claim.id, ids)).toMatchObject({
      [ids[0] as string]: { count: 1, ballots: [{ handle: shows!.handle, verdict: 'fits', reason: 'It says so.' }] },
      [ids[1] as string]: { count: 1, ballots: [{ handle: shows!.handle, verdict: 'partly', reason: '' }] },
    })
  })

  test('lists know voters and cells, and a framing its cell on every claim', async () => {
    const { claim, author } = await newCase(open())
    const { claim: silent } = await newCase(open())
    await castBallot(open(), author, cellAt(claim, 0, 0), 'fits')
    await castBallot(open(), author, cellAt(claim, 1, 0), 'misfits')
    const standings = await standingsOf(open(), [claim.id, silent.id])
    expect(standings.get(claim.id)?.cells).toHaveLength(2)
    expect(standings.get(silent.id)).toEqual({ voters: 0, cells: [] })
    const fares = await framingOverClaims(open(), claim.framings[0]?.id ?? '', [claim.id, silent.id])
    expect(fares.get(claim.id)).toMatchObject({ fits: 1, n: 1 })
    expect(fares.has(silent.id)).toBe(false)
  })

  test('recounting finds a counter that was tampered with', async () => {
    const { claim, author } = await newCase(open())
    await castBallot(open(), author, cellAt(claim, 0, 0), 'fits')
    await open()
      .transaction()
      .execute(async (tx) => {
        await tx.updateTable('tallies').set({ fits: 2 }).where('claim_id', '=', claim.id).execute()
        await tx.deleteFrom('claim_voters').where('claim_id', '=', claim.id).execute()
      })
    const found = await recount(open())
    expect(found).toMatchObject({ tallies: [{ counted: { fits: 1 }, by: { fits: -1 } }], 'votes of each voter': [{}] })
  })

  test('opposition and effects come from the same rows whichever way they are read', async () => {
    const { claim } = await newCase(open())
    const members = await newMembers(open(), 12)
    const kinds: BallotVerdict[] = ['fits', 'partly', 'misfits', 'unsure']
    for (const [i, member] of members.entries())
      for (let standpoint = 0; standpoint < 3; standpoint++)
        if ((i + standpoint) % 5)
          await castBallot(
            open(),
            member,
            cellAt(claim, standpoint, 0),
            kinds[(i * (standpoint + 1)) % 4] as BallotVerdict,
          )
    const today = new Date().toISOString().slice(0, 10)
    expect(await tallyOf(open(), claim.id, { at: today })).toEqual({ ...(await tallyOf(open(), claim.id)), at: today })
    expect((await tallyOf(open(), claim.id)).opposed[0]?.n).toBeGreaterThan(1)
  })
})
