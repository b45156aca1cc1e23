import { attributeAccount } from '#app/features/accounts/attribute-account.server.ts'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { attributeDeeds } from '#app/features/activity/attribute-deeds.server.ts'
import { attributeBallots } from '#app/features/ballots/attributing/attribute-ballots.server.ts'
import { attributeClaims } from '#app/features/claims/attributing/attribute-claims.server.ts'
import { attributeConcepts } from '#app/features/concepts/attributing/attribute-concepts.server.ts'
import { attributeDiscussion } from '#app/features/discussion/attributing/attribute-discussion.server.ts'
import { attributeLabels } from '#app/features/labels/attributing/attribute-labels.server.ts'
import { attributeTranscripts } from '#app/features/transcripts/attributing/attribute-transcripts.server.ts'
import { attributeVotes } from '#app/features/votes/attributing/attribute-votes.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Attribution, AttributionRequest } from './attribution.ts'
import * as queries from './attributions.queries.server.ts'

/** Asks a moderator to find that an imported author is this member; again says why anew. */
export async function askForAttribution(db: Db, member: Member, unclaimed: Member, why: string) {
  const said = parse(AttributionRequest, { why })
  if (!unclaimed.unclaimed) throw conflict(`${unclaimed.handle} is no imported author.`)
  await inTransaction(db, async (tx) => {
    const undecided = { decision: null, decided_by: null, decided_at: null }
    const row = { unclaimed_id: unclaimed.id, member_id: member.id, why: said.why, asked_at: now(), ...undecided }
    await queries.upsertAttribution(tx, row)
    await record(tx, member, 'attribution.asked', { kind: 'member', id: unclaimed.id })
  })
}

/** Finds that an imported author is a member: all that it did becomes theirs, in one transaction and for good. */
export async function attribute(db: Db, moderator: Member, from: Member, to: Member) {
  refuseUnlessModerator(moderator)
  await inTransaction(db, async (tx) => {
    await attributeAccount(tx, from, to)
    await attributeTranscripts(tx, from.id, to.id)
    await attributeClaims(tx, from.id, to.id)
    await attributeConcepts(tx, from.id, to.id)
    await attributeLabels(tx, from.id, to.id)
    await attributeBallots(tx, from.id, to.id)
    await attributeDiscussion(tx, from.id, to.id)
    await attributeVotes(tx, from.id, to.id)
    await attributeDeeds(tx, from.id, to.id)
    await queries.updateDecision(tx, from.id, to.id, decided(moderator, 'granted'))
    await queries.updateDecision(tx, from.id, null, decided(moderator, 'refused'))
    await record(tx, moderator, 'member.attributed', { kind: 'member', id: from.id })
    await record(tx, moderator, 'member.attributed', { kind: 'member', id: to.id })
  })
}

/** Finds that who asked is not the imported author. They may ask again, and say more. */
export async function refuseAttribution(db: Db, moderator: Member, unclaimed: Member, member: Member) {
  refuseUnlessModerator(moderator)
  await inTransaction(db, async (tx) => {
    await queries.updateDecision(tx, unclaimed.id, member.id, decided(moderator, 'refused'))
    await record(tx, moderator, 'attribution.refused', { kind: 'member', id: unclaimed.id })
  })
}

function refuseUnlessModerator(member: Member) {
  if (!mayUse(member, 'moderate')) throw notAllowed('Only moderators decide who an imported author is.')
}

const decided = (moderator: Member, decision: 'granted' | 'refused') => {
  return { decision, decided_by: moderator.id, decided_at: now() }
}

/** What waits for a moderator: about one imported author, or all; the oldest first. */
export async function openAttributions(db: Db, unclaimedId?: string): Promise<Attribution[]> {
  const rows = await queries.selectOpenAttributions(db, unclaimedId)
  return rows.map((row) => ({
    unclaimed: { id: row.unclaimed_id, handle: row.unclaimed_handle },
    member: { id: row.member_id, handle: row.handle },
    why: row.why,
    askedAt: row.asked_at,
  }))
}

/** What became of a member's asking; undefined when they did not. */
export async function askedBy(db: Db, member: Member | null, unclaimedId: string) {
  const row = member && (await queries.selectAttribution(db, unclaimedId, member.id))
  return row ? { why: row.why, decision: row.decision } : undefined
}

export const openAttributionCount = queries.selectOpenAttributionCount
