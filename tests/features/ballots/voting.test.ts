import { afterEach, expect, test, vi } from 'vitest'
import { describeMember, findProfile } from '#app/features/accounts/accounts.server.ts'
import type { Cell } from '#app/features/ballots/ballot.ts'
import {
  ballotsOf,
  castBallot,
  judgeByForm,
  sayHandle,
  shownBallots,
  withdrawBallot,
} from '#app/features/ballots/ballots.server.ts'
import { takeBackByForm, votesOfMember } from '#app/features/ballots/shown/ballots-of-member.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { choiceOn, chooseOn, invitationsOf, putOffInvitations } from '#app/features/ballots/voting/choices.server.ts'
import { framingsShown } from '#app/features/ballots/voting/rows-shown.ts'
import { claimsSaidOn, lookEarly } from '#app/features/ballots/voting/saying-first.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { proposeFraming } from '#app/features/claims/framings.server.ts'
import { newId } from '#app/lib/ids.ts'
import { newCase, newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

function cellAt(claim: Claim, standpoint: number, framing: number): Cell {
  const [standpointId, framingId] = [claim.standpoints[standpoint]?.id ?? '', claim.framings[framing]?.id ?? '']
  return { claimId: claim.id, standpointId, framingId }
}

const formOf = ({ standpointId, framingId }: Cell) => ({
  intent: 'ballot',
  standpoint: standpointId,
  framing: framingId,
})

const firstPage = { limit: 50, after: null }

describeOnBothEngines('Voting', (open) => {
  afterEach(() => vi.useRealTimers())

  test('the same verdict by form keeps its reason and what moved it; another one drops them', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    const cell = cellAt(claim, 0, 0)
    const say = (more: Record<string, string>, movedBy?: { type: 'comment'; id: string } | null) =>
      judgeByForm(open(), member, claim.id, { ...formOf(cell), ...more }, movedBy)
    const now = async () => (await ballotsOf(open(), member, claim.id)).ballots[0]
    await say({ verdict: 'fits', reason: 'Because.' })
    await say({ verdict: 'fits' })
    expect(await now()).toMatchObject({ verdict: 'fits', reason: 'Because.', movedBy: null })
    await say({ verdict: 'misfits' })
    expect(await now()).toMatchObject({ verdict: 'misfits', reason: '' })
    await say({ verdict: 'misfits', reason: 'No.' }, { type: 'comment', id: 'c1' })
    await say({ verdict: 'misfits', reason: 'No, really.' })
    expect(await now()).toMatchObject({ reason: 'No, really.', movedBy: { type: 'comment', id: 'c1' } })
    await say({ verdict: 'misfits', reason: '' }, null)
    expect(await now()).toMatchObject({ reason: '', movedBy: null })
  })

  test('ballots are shown by choice on one claim, or kept private on one, with the part in the matter', async () => {
    const [{ claim }, { claim: other }] = [await newCase(open()), await newCase(open())]
    const [shy, open_] = await newMembers(open(), 2)
    await describeMember(open(), open_!, { showsBallots: true })
    for (const one of [claim, other])
      for (const member of [shy, open_]) await castBallot(open(), member!, cellAt(one, 0, 0), 'fits')
    await chooseOn(open(), shy!, claim.id, { shows: 'shown', part: ' an author of the paper ' })
    await chooseOn(open(), open_!, claim.id, { shows: 'private' })
    const shownOn = async (one: Claim) => {
      const shown = await shownBallots(open(), one.id, [one.framings[0]?.id ?? ''])
      return Object.values(shown).flatMap(({ ballots }) => ballots.map(({ handle, part }) => [handle, part]))
    }
    expect(await shownOn(claim)).toEqual([[shy!.handle, 'an author of the paper']])
    expect(await shownOn(other)).toEqual([[open_!.handle, '']])
    const seen = async (of: string) =>
      (await votesOfMember(open(), await findProfile(open(), of), null, firstPage)).items.map((vote) => vote.claim.id)
    expect(await seen(shy!.handle)).toEqual([claim.id])
    expect(await seen(open_!.handle)).toEqual([other.id])
    await chooseOn(open(), shy!, claim.id, { shows: '', part: '' })
    expect(await choiceOn(open(), shy!, claim.id)).toMatchObject({ shows: null, part: '', showsElsewhere: false })
    expect(await shownOn(claim)).toEqual([])
    await expect(chooseOn(open(), shy!, claim.id, { part: 'x'.repeat(121) })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(chooseOn(open(), shy!, 'nothing', {})).rejects.toMatchObject({ kind: 'not found' })
  })

  test('of many shown ballots a page gets forty a framing, those with a reason first, and how many there are', async () => {
    const { claim } = await newCase(open())
    const cell = cellAt(claim, 0, 0)
    for (const [i, member] of (await newMembers(open(), 43)).entries()) {
      await describeMember(open(), member, { showsBallots: true })
      await castBallot(open(), member, cell, 'fits', { reason: i === 0 ? 'The first.' : '' })
    }
    const { ballots, count } = (await shownBallots(open(), claim.id, [cell.framingId]))[cell.framingId]!
    expect([ballots.length, count, ballots[0]?.reason]).toEqual([40, 43, 'The first.'])
  })

  test('a framing that another adds invites back whoever voted before, until they vote there again or put it off', async () => {
    const { claim, author } = await newCase(open())
    const [voter, silent] = await newMembers(open(), 2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const later = () => vi.setSystemTime(Date.now() + 1000)
    const invited = async (member = voter!) => (await invitationsOf(open(), member)).map(({ name }) => name)
    const add = (name: string, member = author) => {
      later()
      return proposeFraming(open(), member, claim.id, { name: `${name} ${newId()}`, definition: 'So.' })
    }
    await sayHandle(open(), voter!, claim.id, claim.standpoints[0]?.id ?? '', null)
    const first = await add('first')
    expect(await invited()).toEqual([first.name])
    expect(await invited(silent)).toEqual([])
    expect(await invitationsOf(open(), voter!, { claimId: claim.id })).toMatchObject([{ framingId: first.id }])
    later()
    await putOffInvitations(open(), voter!, claim.id)
    expect(await invited()).toEqual([])
    const [second] = [await add('second'), await add('own', voter!)]
    expect(await invited()).toEqual([second.name])
    later()
    await castBallot(open(), voter!, cellAt(claim, 0, 0), 'fits')
    expect(await invited()).toEqual([])
  })

  test('own votes are listed with names and by day, page by page, and taken back', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T12:00:00Z') })
    await castBallot(open(), member, cellAt(claim, 1, 0), 'partly', { reason: 'Half.' })
    vi.setSystemTime(Date.parse('2026-01-03T12:00:00Z'))
    await castBallot(open(), member, cellAt(claim, 0, 0), 'fits')
    await sayHandle(open(), member, claim.id, claim.standpoints[0]?.id ?? '', null)
    const profile = await findProfile(open(), member.handle)
    const all = []
    for (let after: (string | number)[] | null = null; ; ) {
      const { items, next } = await votesOfMember(open(), profile, member, { limit: 1, after })
      all.push(...items)
      if (!next) break
      after = JSON.parse(Buffer.from(next, 'base64url').toString())
    }
    expect(all.map(({ verdict, standpoint }) => [verdict, standpoint])).toEqual(
      expect.arrayContaining([
        [null, null],
        ['fits', null],
        ['partly', 'relative to Intent_1'],
      ]),
    )
    expect([all.length, all.at(-1)?.verdict]).toEqual([3, 'partly'])
    const since = await votesOfMember(open(), profile, member, firstPage, '2026-01-02')
    expect(since.items).toHaveLength(2)
    await expect(votesOfMember(open(), profile, member, firstPage, '2026-02-31')).rejects.toMatchObject({
      kind: 'invalid',
    })
    expect((await votesOfMember(open(), profile, null, firstPage)).items).toEqual([])
    for (const { verdict, standpointId, framingId } of all)
      await takeBackByForm(open(), member, {
        claim: claim.id,
        standpoint: standpointId,
        ...(verdict ? { framing: framingId } : {}),
      })
    expect((await votesOfMember(open(), profile, member, firstPage)).items).toEqual([])
    expect(await tallyOf(open(), claim.id)).toMatchObject({ voters: 0 })
  })

  test('who has voted on a claim, or looks early, is told its totals; so are visitors', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    const isTold = async (reader: typeof member | null) =>
      (await claimsSaidOn(open(), reader, [claim.id])).has(claim.id)
    expect([await isTold(null), await isTold(member)]).toEqual([true, false])
    await castBallot(open(), member, cellAt(claim, 0, 0), 'fits')
    expect(await isTold(member)).toBe(true)
    await withdrawBallot(open(), member, cellAt(claim, 0, 0))
    expect(await isTold(member)).toBe(false)
    for (const isEarly of [true, true, false]) {
      await lookEarly(open(), member, isEarly)
      expect(await isTold(member)).toBe(isEarly)
    }
  })

  test('a claim with very many framings shows the thirty most judged, and the page with the one that is open', async () => {
    const author = await newMember(open())
    const framings = Array.from({ length: 60 }, (_, i) => ({ name: `reading ${i} ${newId()}`, definition: 'So.' }))
    const made = await proposeClaim(open(), author, { statement: 'Many readings', framings })
    const more = await proposeFraming(open(), author, made.id, { name: `reading 60 ${newId()}`, definition: 'So.' })
    const claim = { ...made, framings: [...made.framings, more] }
    await castBallot(open(), author, cellAt(claim, 0, 45), 'unsure')
    const tally = await tallyOf(open(), claim.id)
    const first = framingsShown(claim, tally, null, null)
    expect([first.framings.length, first.page, first.pages]).toEqual([30, 1, 3])
    expect(first.framings[0]?.id).toBe(claim.framings[45]?.id)
    expect(framingsShown(claim, tally, null, '3').framings.map(({ id }) => id)).toEqual([more.id])
    expect(framingsShown(claim, tally, more.id, '1').page).toBe(3)
    for (const asked of ['0', '-1', 'x', '99', '1e9']) {
      const { page, framings: shown } = framingsShown(claim, tally, null, asked)
      expect(page).toBeGreaterThanOrEqual(1)
      expect(shown.length).toBeGreaterThan(0)
    }
  })

  test('choosing, putting off, looking early and voting at once all come to stand', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    const cell = cellAt(claim, 0, 0)
    await Promise.all([
      ...Array.from({ length: 5 }, () => chooseOn(open(), member, claim.id, { shows: 'shown', part: 'a witness' })),
      ...Array.from({ length: 5 }, () => putOffInvitations(open(), member, claim.id)),
      ...Array.from({ length: 5 }, () => lookEarly(open(), member, true)),
      ...Array.from({ length: 5 }, () => castBallot(open(), member, cell, 'fits')),
    ])
    expect(await choiceOn(open(), member, claim.id)).toMatchObject({ shows: true, part: 'a witness' })
    const shown = (await shownBallots(open(), claim.id, [cell.framingId]))[cell.framingId]
    expect(shown).toMatchObject({ count: 1, ballots: [{ handle: member.handle, part: 'a witness' }] })
    expect(await tallyOf(open(), claim.id)).toMatchObject({ voters: 1 })
  })
})
