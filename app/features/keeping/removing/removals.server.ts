import { authenticate } from '#app/features/accounts/accounts.server.ts'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { removeAccount } from '#app/features/accounts/removing/remove-account.server.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { votesStanding } from '#app/features/ballots/departing/departures.server.ts'
import { labelVotesStanding } from '#app/features/labels/removing/take-back-label-votes.server.ts'
import { noteRemoval } from '#app/features/moderation/acts/acts.server.ts'
import { leaveCampsFor } from '#app/features/opinions/runs/runs.server.ts'
import { approvalsStanding } from '#app/features/votes/removing/take-back-votes.server.ts'
import { now } from '#app/lib/clock.ts'
import { invalid, notAllowed } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { OwnRemoval, Removal, type TextChoice } from './removal.ts'
import * as queries from './removals.queries.server.ts'

/** Removes the member's own account, for good, once they typed its handle and password. Who they were is gone when this returns; the rest is taken away after (see sweepRemovals). */
export async function removeOneself(db: Db, member: Member, given: Record<string, string>): Promise<Member> {
  const { handle, password, texts } = parse(OwnRemoval, { ...given })
  refuseUnlessTyped(member, handle)
  await authenticate(db, member.handle, password)
  return remove(db, member, member, texts)
}

/** Removes somebody's account, as removeOneself; an admin's to do. */
export async function removeMember(db: Db, admin: Member, member: Member, given: Record<string, string>) {
  if (!mayUse(admin, 'administer')) throw notAllowed('Only admins remove other people’s accounts.')
  const { handle, texts } = parse(Removal, { ...given })
  refuseUnlessTyped(member, handle)
  return remove(db, admin, member, texts)
}

/** As removeMember, for whoever has the machine. */
export function removeByCommand(db: Db, member: Member, texts: TextChoice): Promise<Member> {
  return remove(db, null, member, texts)
}

function refuseUnlessTyped(member: Member, typed: string) {
  if (nameKey(typed.trim()) !== nameKey(member.handle)) throw invalid({ handle: `Type ${member.handle} to go on.` })
}

function remove(db: Db, by: Member | null, { id }: Member, texts: TextChoice): Promise<Member> {
  return inTransaction(db, async (tx) => {
    const isOwn = by?.id === id
    // Before the account goes: nobody does anything once it has.
    if (isOwn) await record(tx, by, 'member.removed', { kind: 'member', id })
    const counts = isOwn ? null : await countsOf(tx, id)
    const { removed, names } = await removeAccount(tx, id)
    if (counts) await noteRemoval(tx, by, id, counts)
    if (!isOwn) await record(tx, by, 'member.removed', { kind: 'member', id })
    await leaveCampsFor(tx, id)
    const open = { swept_at: null, done_at: null }
    await queries.insertRemoval(tx, { member_id: id, texts, names: JSON.stringify(names), asked_at: now(), ...open })
    return removed
  })
}

/** What the public log says that a removal took out of counts, and no more. */
async function countsOf(tx: Db, id: string) {
  const [labelVotes, approvals] = [await labelVotesStanding(tx, id), await approvalsStanding(tx, id)]
  return { ...(await votesStanding(tx, id)), labelVotes, approvals }
}

/** Whether this is what is left of somebody who was removed. */
export async function isRemoved(db: Db, memberId: string): Promise<boolean> {
  return (await queries.selectRemoval(db, memberId)) !== undefined
}
