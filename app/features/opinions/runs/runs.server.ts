import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { enoughMembers } from '../camps/checks.ts'
import { fewestMembers } from '../camps/vote-matrix.ts'
import type { CampRunner } from './camp-runner.server.ts'
import type { Basis, CampRun, CampsOfClaim } from './run.ts'
import * as queries from './runs.queries.server.ts'

/** Between two runs of one claim, ms, however many vote: single ballots are not to be read from the difference. */
const patience = 60_000

/** The camps last computed for a claim. What is missing or stale is asked for and computed beside the server. */
export async function campsOf(db: Db, runner: CampRunner, claimId: string, basis: Basis): Promise<CampsOfClaim> {
  const row = await queries.selectRun(db, claimId, basis)
  const last = row && (await queries.selectLastBallot(db, claimId, basis))
  const isStale = row !== undefined && (last ?? 0) >= row.computed_at
  if (row) {
    if (isStale && now() - row.computed_at >= patience) runner.ask(claimId, basis)
    return { ...(JSON.parse(row.result) as CampRun), computedAt: row.computed_at, isStale }
  }
  const voters = await queries.countVoters(db, claimId, basis, fewestMembers)
  const ballots = await queries.countBallots(db, claimId, basis)
  if (voters < fewestMembers) return tooFew(voters, ballots)
  runner.ask(claimId, basis)
  return { status: 'computing', computedAt: null, ballots, camps: [], consensus: [], checks: [] }
}

/** Both that a claim's page shows: among its own ballots, and among those on all other claims. */
export async function campsOnPage(db: Db, runner: CampRunner, claimId: string) {
  return {
    own: await campsOf(db, runner, claimId, 'own'),
    elsewhere: await campsOf(db, runner, claimId, 'elsewhere'),
  }
}

function tooFew(members: number, ballots: number): CampsOfClaim {
  const checks = [enoughMembers(members)]
  const nothing = { members, ballots, camps: [], consensus: [], milliseconds: 0 }
  return { status: 'none', checks, ...nothing, computedAt: now(), isStale: false }
}

/** After ballots of earlier times came in, by which nobody sees that the camps are stale. */
export async function forgetRuns(db: Db) {
  await inTransaction(db, queries.deleteRuns)
}

/** Leaves a member out of every camp from now on. Camps that are there may hold their ballots, so they are computed anew. */
export async function leaveCamps(db: Db, member: Member) {
  await inTransaction(db, async (tx) => {
    await leaveCampsFor(tx, member.id)
    await record(tx, member, 'camps.left', { kind: 'member', id: member.id })
  })
}

/** As leaveCamps, of a member who is removed. */
export async function leaveCampsFor(tx: Db, memberId: string) {
  await queries.insertLeaver(tx, memberId, now())
  await queries.deleteRuns(tx)
}

export async function returnToCamps(db: Db, member: Member) {
  await inTransaction(db, async (tx) => {
    await queries.deleteLeaver(tx, member.id)
    await queries.deleteRuns(tx)
    await record(tx, member, 'camps.joined', { kind: 'member', id: member.id })
  })
}

export async function isLeftOut(db: Db, member: Member): Promise<boolean> {
  return (await queries.selectLeaver(db, member.id)) !== undefined
}
