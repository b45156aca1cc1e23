import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castBallot, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { sayHandle } from '#app/features/ballots/handles.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { CampRunner } from '#app/features/opinions/runs/camp-runner.server.ts'
import { collectVotes } from '#app/features/opinions/runs/collect-votes.server.ts'
import { computeRun } from '#app/features/opinions/runs/compute-run.server.ts'
import { campsOf, isLeftOut, leaveCamps, returnToCamps } from '#app/features/opinions/runs/runs.server.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { castInTwoCamps } from '#tests/support/planted-camps.ts'

const failures: unknown[] = []
const log = { error: (details: object) => void failures.push(details) }

describe.each(['sqlite', 'postgres'] as const)('The camps of a claim, on %s', (engine) => {
  let db: Db
  let runner: CampRunner
  beforeAll(async () => {
    const databaseUrl = await freshDatabase(engine)
    db = openDatabase(databaseUrl)
    runner = new CampRunner({ db, databaseUrl, log })
  })
  afterAll(async () => {
    await runner.stop()
    await db.destroy()
    expect(failures).toEqual([])
  })

  const twoCamps = async () => {
    const members = await newMembers(db, 16)
    const { claim } = await newCase(db)
    await castInTwoCamps(db, members, claim)
    return { members, claim }
  }

  const cellOf = (claim: Claim) => ({
    claimId: claim.id,
    standpointId: claim.standpoints[0]?.id as string,
    framingId: claim.framings[0]?.id as string,
  })

  test('are computing at first, also for many who ask at once; then found in a thread, in one run that names nobody; stale after a ballot is taken back', async () => {
    const { claim, members } = await twoCamps()
    const asked = await Promise.all(Array.from({ length: 20 }, () => campsOf(db, runner, claim.id, 'own')))
    expect(asked.map(({ status }) => status)).toEqual(Array(20).fill('computing'))
    expect(asked.map(({ ballots }) => ballots)).toEqual(Array(20).fill(96))
    await runner.idle()
    const runs = await db.selectFrom('camp_runs').selectAll().where('claim_id', '=', claim.id).execute()
    expect(runs.map(({ basis }) => basis)).toEqual(['own'])
    for (const { id, handle } of members) expect(runs[0]?.result).not.toMatch(new RegExp(`${id}|${handle}`))
    const found = await campsOf(db, runner, claim.id, 'own')
    expect(found).toMatchObject({ status: 'ok', members: 16, ballots: 96, isStale: false })
    expect(found.camps.map(({ size }) => size)).toEqual([8, 8])
    for (const { cells } of found.camps) expect(cells).toHaveLength(6)
    expect(found.camps[0]?.represents.length).toBeGreaterThan(0)

    await withdrawBallot(db, members[0] as never, cellOf(claim))
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ status: 'ok', isStale: true, ballots: 96 })
  })

  test('found elsewhere are found without a single ballot on the claim itself', async () => {
    const { claim, members } = await twoCamps()
    const { claim: other } = await newCase(db, { statement: 'Another case' })
    const { claimOf } = await collectVotes(db, other.id, 'elsewhere')
    expect([...claimOf.values()]).not.toContain(other.id)
    const before = (await computeRun(db, claim.id, 'elsewhere')).camps.map(({ represents }) => represents)
    await castBallot(db, members[0] as never, cellOf(claim), 'misfits')
    const after = (await computeRun(db, claim.id, 'elsewhere')).camps.map(({ represents }) => represents)
    expect(after).toEqual(before)
  })

  test('of fewer than 15 voters are none at once, and nothing is computed', async () => {
    const { claim, author } = await newCase(db)
    await castBallot(db, author, cellOf(claim), 'fits')
    const found = await campsOf(db, runner, claim.id, 'own')
    expect(found).toMatchObject({ status: 'none', camps: [], checks: [{ name: 'members', value: 1, passed: false }] })
  })

  test('say how many ballots there are where none are computed: unsure ones count, votes for a name do not', async () => {
    const { claim, author } = await newCase(db)
    const { ballots: elsewhere } = await campsOf(db, runner, claim.id, 'elsewhere')
    const [, second] = claim.framings.map(({ id }) => ({ ...cellOf(claim), framingId: id }))
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ status: 'none', ballots: 0 })
    await castBallot(db, author, cellOf(claim), 'fits')
    await castBallot(db, author, second as never, 'unsure')
    await sayHandle(db, author, claim.id, cellOf(claim).standpointId, cellOf(claim).framingId)
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ status: 'none', ballots: 2 })
    expect((await campsOf(db, runner, claim.id, 'elsewhere')).ballots).toBe(elsewhere)
    await withdrawBallot(db, author, second as never)
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ status: 'none', ballots: 1 })
  })

  test('do not count who left them, from that moment on, and count them again when they return', async () => {
    const { claim, members } = await twoCamps()
    const leaver = members[3] as (typeof members)[0]
    await campsOf(db, runner, claim.id, 'own')
    await runner.idle()
    await leaveCamps(db, leaver)
    expect(await isLeftOut(db, leaver)).toBe(true)
    expect((await campsOf(db, runner, claim.id, 'own')).status).toBe('computing')
    await runner.idle()
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ members: 15, ballots: 90 })
    await returnToCamps(db, leaver)
    await campsOf(db, runner, claim.id, 'own')
    await runner.idle()
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ members: 16, ballots: 96 })
  })

  test('that were computed while somebody left are computed again', async () => {
    const { claim, members } = await twoCamps()
    runner.ask(claim.id, 'own')
    await leaveCamps(db, members[0] as never)
    await runner.idle()
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ members: 15 })
  })

  test('that cannot be computed are logged, and the next are computed all the same', async () => {
    const { claim } = await twoCamps()
    await inTransaction(db, (tx) => tx.deleteFrom('camp_runs').execute())
    runner.ask('no-such-claim', 'own')
    runner.ask(claim.id, 'own')
    await runner.idle()
    expect(failures.splice(0)).toHaveLength(1)
    expect(await campsOf(db, runner, claim.id, 'own')).toMatchObject({ status: 'ok' })
  })
})
