import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { standpointOf } from './claim-rows.server.ts'
import { selectClaim, selectClaimToChange } from './claims.queries.server.ts'
import * as queries from './framings.queries.server.ts'
import {
  mostStandpoints,
  type Standpoint,
  StandpointDraft,
  type StandpointGiven,
  type StandpointWanted,
} from './standpoint.ts'

/** Adds a standpoint to a claim of either kind. One that has this name already is answered as it is. */
export async function addStandpoint(db: Db, member: Member, claimId: string, given: StandpointGiven) {
  const wanted = parse(StandpointDraft, given)
  return inTransaction(db, async (tx): Promise<Standpoint & { isNew: boolean }> => {
    if (!(await selectClaimToChange(tx, claimId))) throw notFound('claim')
    const [placed] = await placeStandpoints(tx, member, claimId, [wanted], () => '')
    if (placed?.isNew) await record(tx, member, 'standpoint.added', { kind: 'claim', id: claimId })
    return placed as Standpoint & { isNew: boolean }
  })
}

/** Puts standpoints on a claim that the transaction holds, after those it has; `fieldOf` says where in the input each stands. */
export async function placeStandpoints(
  tx: Db,
  member: Member,
  claimId: string,
  wanted: readonly StandpointWanted[],
  fieldOf: (index: number) => string,
) {
  const there = new Map((await queries.selectStandpointsOf(tx, [claimId])).map((row) => [row.name_key, row]))
  const placed = []
  for (const [index, one] of wanted.entries()) {
    const known = there.get(nameKey(one.name))
    const row = known ?? rowOf(one, claimId, member, there.size)
    if (!known) {
      if (there.size === mostStandpoints)
        throw invalid({ [`${fieldOf(index)}name`]: `A claim has at most ${mostStandpoints} standpoints.` })
      await checkProposition(tx, claimId, one.propositionId, fieldOf(index))
      await queries.insertStandpoint(tx, row)
      there.set(row.name_key, row)
    }
    placed.push({ ...standpointOf(row), isNew: !known })
  }
  return placed
}

function rowOf(wanted: StandpointWanted, claimId: string, member: Member, position: number) {
  return {
    id: newId(),
    claim_id: claimId,
    name: wanted.name,
    name_key: nameKey(wanted.name),
    definition: wanted.definition,
    proposition_id: wanted.propositionId ?? null,
    position,
    version: 1,
    meaning: 1,
    member_id: member.id,
    created_at: now(),
  }
}

async function checkProposition(tx: Db, claimId: string, id: string | null | undefined, field: string) {
  if (!id) return
  const named = `${field}propositionId`
  if (id === claimId) throw invalid({ [named]: 'A proposition is not judged on the supposition of itself.' })
  const claim = await selectClaim(tx, id)
  if (!claim) throw invalid({ [named]: 'There is no such proposition.' })
  if (claim.kind !== 'proposition') throw invalid({ [named]: 'This is a case; only a proposition can be supposed.' })
}
