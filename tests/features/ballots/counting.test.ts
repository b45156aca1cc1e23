import type { Kysely } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { castBallot, sayHandle, takeBackHandle, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { changesBetween, type StandingVote } from '#app/features/ballots/counting/changes.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { tally } from '#app/features/ballots/tally.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { addStandpoint } from '#app/features/claims/framings.server.ts'
import { dayMs, dayOf } from '#app/lib/clock.ts'
import { seededRandom } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import { up as countPatterns } from '#migrations/0034_counters.ts'
import { up as countTogether } from '#migrations/0044_judged_together.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { standingAfter } from './standing-after.ts'

const verdicts: (BallotVerdict | 'back')[] = ['fits', 'partly', 'misfits', 'unsure', 'back']
const counted = [
  ...(['voter_counts', 'tally_days', 'voter_days'] as const),
  ...(['verdict_pairs', 'pair_days', 'everywhere_tallies', 'everywhere_days'] as const),
]

/** Members who cast, change, name and take back, over ten days of March. */
async function someDays(db: Db, claim: Claim, deeds = 160) {
  const members = await newMembers(db, 12)
  const random = seededRandom(`days of ${deeds}`)
  const oneOf = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  for (let i = 0; i < deeds; i++) {
    const start = Date.parse('2026-03-01T00:00:00Z') + Math.floor((i / deeds) * 10) * dayMs
    vi.setSystemTime(start + Math.floor(random() * dayMs))
    const [member, standpoint, framing] = [oneOf(members), oneOf(claim.standpoints).id, oneOf(claim.framings).id]
    const cell = { claimId: claim.id, standpointId: standpoint, framingId: framing }
    const verdict = oneOf(verdicts)
    if (i % 5 === 4 && verdict === 'back') await takeBackHandle(db, member, claim.id, standpoint)
    else if (i % 5 === 4) await sayHandle(db, member, claim.id, standpoint, verdict === 'unsure' ? null : framing)
    else if (verdict === 'back') await withdrawBallot(db, member, cell)
    else await castBallot(db, member, cell, verdict)
  }
}

/** The tally of a day's end by the history alone. */
async function fromHistory(db: Db, claim: Claim, end: number) {
  const of = (row: { member_id: string; standpoint_id: string; at: number }) => ({
    memberId: row.member_id,
    standpointId: row.standpoint_id,
    at: row.at,
  })
  const ballots = await db.selectFrom('ballot_history').selectAll().where('claim_id', '=', claim.id).execute()
  const handles = await db.selectFrom('handle_vote_history').selectAll().where('claim_id', '=', claim.id).execute()
  const standing = standingAfter(
    claim.standpoints.map(({ id }) => id),
    ballots
      .filter(({ at }) => at < end)
      .map((row) => ({ ...of(row), framingId: row.framing_id, verdict: row.verdict })),
    handles
      .filter(({ at }) => at < end)
      .map((row) => ({ ...of(row), framingId: row.framing_id, isWithdrawn: row.withdrawn === 1 })),
  )
  return tally(claim, standing, { at: dayOf(end - 1) })
}

describeOnBothEngines('Counters of ballots', (open) => {
  afterEach(() => vi.useRealTimers())

  test('give, of every day, the tally that the history gives', async () => {
    const { claim } = await newCase(open())
    vi.useFakeTimers({ toFake: ['Date'] })
    await someDays(open(), claim)
    expect(await recount(open())).toEqual({})
    vi.setSystemTime(Date.parse('2026-03-20T12:00:00Z'))
    for (let day = 0; day < 11; day++) {
      const end = Date.parse('2026-03-01T00:00:00Z') + day * dayMs
      expect(await tallyOf(open(), claim.id, { at: dayOf(end - 1) })).toEqual(await fromHistory(open(), claim, end))
    }
    expect(await tallyOf(open(), claim.id)).toEqual({ ...(await fromHistory(open(), claim, Date.now())), at: null })
  })

  test('are made by the migrations as the writes would have made them', async () => {
    const { claim } = await newCase(open())
    vi.useFakeTimers({ toFake: ['Date'] })
    await someDays(open(), claim, 120)
    const before = await kept(open())
    await open()
      .transaction()
      .execute(async (tx) => {
        for (const table of counted) await tx.schema.dropTable(table).execute()
        await countPatterns(tx as unknown as Kysely<unknown>)
        await countTogether(tx as unknown as Kysely<unknown>)
      })
    expect(await kept(open())).toEqual(before)
  })

  test('have nobody judge from everywhere when a standpoint is added, until they judge from there too', async () => {
    const { claim, author } = await newCase(open())
    const members = await newMembers(open(), 2)
    const framingId = claim.framings[0]?.id ?? ''
    const cast = async (standpointId: string) => {
      for (const member of members)
        await castBallot(open(), member, { claimId: claim.id, standpointId, framingId }, 'fits')
    }
    const judgedEverywhere = async () => (await tallyOf(open(), claim.id)).opposed[0]?.n
    for (const { id } of claim.standpoints) await cast(id)
    expect(await judgedEverywhere()).toBe(2)
    const added = await addStandpoint(open(), author, claim.id, { name: 'seen late', definition: 'd' })
    expect(await judgedEverywhere()).toBe(0)
    await cast(added.id)
    expect(await judgedEverywhere()).toBe(2)
    expect(await recount(open())).toEqual({})
  })

  test('are exact when members cast, change, name and withdraw at once', async () => {
    const { claim } = await newCase(open())
    const members = await newMembers(open(), 20)
    const at = (standpoint: number, framing: number) => ({
      claimId: claim.id,
      standpointId: claim.standpoints[standpoint]?.id ?? '',
      framingId: claim.framings[framing]?.id ?? '',
    })
    await Promise.all(
      members.flatMap((member, i) => [
        castBallot(open(), member, at(0, 0), 'fits'),
        castBallot(open(), member, at(1, 0), i % 2 ? 'misfits' : 'partly'),
        castBallot(open(), member, at(0, 0), i % 3 ? 'misfits' : 'unsure'),
        castBallot(open(), member, at(2, 1), 'fits'),
        withdrawBallot(open(), member, at(2, 1)),
        sayHandle(open(), member, claim.id, at(0, 0).standpointId, i % 2 ? null : at(0, 0).framingId),
        takeBackHandle(open(), member, claim.id, at(0, 0).standpointId),
      ]),
    )
    expect(await recount(open())).toEqual({})
    expect((await tallyOf(open(), claim.id)).voters).toBe(20)
  })
})

/** What the counters hold, without what came to nothing. */
async function kept(db: Db) {
  const tables = await Promise.all(counted.map((table) => db.selectFrom(table).selectAll().execute()))
  return tables.map((rows) =>
    rows
      .filter((row) => Object.entries(row).some(([name, value]) => isCount(name) && value !== 0))
      .map((row) => JSON.stringify(Object.entries(row).sort()))
      .sort(),
  )
}

const isCount = (name: string) =>
  !/^(claim_id|framing_id|standpoint_id|standpoints|(other_)?place|(other_)?verdict|day)$/.test(name)

test('Nothing is counted for a vote that stands as before, nor a pair with somebody unsure', () => {
  const vote = { memberId: 'm', standpointId: 's', position: 1, framingId: 'f' }
  const from = (position: number, said: StandingVote['said']) => ({
    ...vote,
    standpointId: `s${position}`,
    position,
    said,
  })
  expect(changesBetween([from(1, 'fits')], [from(1, 'fits')])).toEqual({
    ...{ cells: [], pairs: [], everywhere: [] },
    votes: new Map([['m', 0]]),
  })
  const [overall, fits, unsure] = [from(0, 'misfits'), from(1, 'fits'), from(1, 'unsure')]
  const { pairs, everywhere, cells } = changesBetween([overall, fits], [overall, unsure])
  expect(pairs).toEqual([{ framingId: 'f', places: [0, 1], verdicts: ['misfits', 'fits'], members: -1 }])
  expect(everywhere).toMatchObject([
    { standpoints: 1, standpointId: 's0', misfits: 1 },
    { standpoints: 2, standpointId: 's0', misfits: -1 },
    { standpoints: 2, standpointId: 's1', fits: -1 },
  ])
  expect(cells).toMatchObject([{ fits: -1, unsure: 1, partly: 0 }])
})
