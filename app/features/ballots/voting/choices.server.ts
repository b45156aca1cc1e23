import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { now } from '#app/lib/clock.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Choice, ChoiceForm, type Invitation } from './choice.ts'
import * as queries from './voting.queries.server.ts'

/** How a member's ballots stand on a claim: shown or private, and their part in the matter. */
export async function choiceOn(db: Db, member: Member, claimId: string): Promise<Choice> {
  const row = await queries.selectChoice(db, claimId, member.id)
  const shows = row.shows === null ? null : row.shows === 1
  return { handle: row.handle, shows, part: row.part ?? '', showsElsewhere: row.shows_ballots === 1 }
}

/** Shows a member's ballots on one claim, keeps them private there, or leaves it to what they chose for every claim; and says their part in the matter. */
export async function chooseOn(db: Db, member: Member, claimId: string, said: Record<string, string>) {
  const { shows, part } = parse(ChoiceForm, said)
  await inTransaction(db, async (tx) => {
    await findClaim(tx, claimId)
    const chosen = shows === '' ? null : Number(shows === 'shown')
    await queries.upsertChoice(tx, claimId, member.id, { shows: chosen, part })
    await record(tx, member, 'ballots.described', { kind: 'claim', id: claimId })
  })
}

/** The framings that others put onto a claim, or onto any, since the member last voted there. */
export async function invitationsOf(
  db: Db,
  member: Member,
  { claimId = null, most = 20 }: { claimId?: string | null; most?: number } = {},
): Promise<Invitation[]> {
  const rows = await queries.selectAdded(db, member.id, claimId, most)
  return rows.map((row) => ({
    claimId: row.claim_id,
    statement: row.statement,
    framingId: row.framing_id,
    name: row.name,
    hue: row.hue,
    rationale: row.rationale,
    addedAt: row.created_at,
  }))
}

/** What was added to a claim up to now invites the member no more. */
export async function putOffInvitations(db: Db, member: Member, claimId: string) {
  await inTransaction(db, async (tx) => {
    await findClaim(tx, claimId)
    await queries.upsertPutOff(tx, claimId, member.id, now())
    // Nobody else's page shows it, so it is the member that changed.
    await record(tx, member, 'invitations.put off', { kind: 'member', id: member.id })
  })
}
