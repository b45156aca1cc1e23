import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse, required } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isAppealable, mayModerate } from '../acts/act.ts'
import { findAct, otherModerator, undo } from '../acts/acts.server.ts'
import * as queries from './appeals.queries.server.ts'

const Appeal = v.object({ why: required(1000) })
const Decision = v.object({
  decision: v.picklist(['upheld', 'reversed'], 'Choose whether the act stands.'),
  why: required(1000),
})

/** Asks for another look at what was done to what is one's own; once an act. */
export async function appeal(db: Db, member: Member, actId: string, said: Record<string, string>) {
  const { why } = parse(Appeal, { ...said })
  await inTransaction(db, async (tx) => {
    const act = await findAct(tx, actId)
    if (act?.member_id !== member.id) throw notFound('act')
    if (!isAppealable({ act: act.act, appeal: null })) throw conflict('There is nothing here to look at again.')
    const open = { decision: null, decided_by: null, decided_why: '', decided_at: null }
    const isNew = await queries.insertAppeal(tx, { act_id: actId, member_id: member.id, why, asked_at: now(), ...open })
    if (!isNew) throw conflict('You appealed against this before.')
    await record(tx, member, 'appeal.asked', { kind: 'member', id: member.id })
  })
}

/** Upholds an act or takes it back. Another moderator does than the one who acted, where there is one; nobody decides about themselves. */
export async function decideAppeal(db: Db, moderator: Member, actId: string, said: Record<string, string>) {
  const { decision, why } = parse(Decision, { ...said })
  if (!mayModerate(moderator)) throw notAllowed('Only moderators decide appeals.')
  await inTransaction(db, async (tx) => {
    const asked = await queries.selectAppealToDecide(tx, actId)
    const act = await findAct(tx, actId)
    if (!asked || !act) throw notFound('appeal')
    if (asked.decision !== null) throw conflict('Somebody decided this meanwhile.')
    if (act.member_id === moderator.id) throw notAllowed('Nobody decides about themselves.')
    if (act.moderator_id === moderator.id && (await otherModerator(tx, moderator.id, [act.member_id])))
      throw notAllowed('You did this: another moderator decides about it.')
    await queries.updateAppeal(tx, actId, { decision, decided_by: moderator.id, decided_why: why, decided_at: now() })
    if (decision === 'reversed') await undo(tx, moderator, act, why)
    await record(tx, moderator, 'appeal.decided', { kind: 'member', id: act.member_id })
  })
}

const mostOpen = 200

/** What waits for a decision, the longest first. */
export async function openAppeals(db: Db) {
  return (await queries.selectOpenAppeals(db, mostOpen)).map(
    ({ act_id, thing_id, rules_version, asked_at, ...row }) => ({
      actId: act_id,
      thingId: thing_id,
      rulesVersion: rules_version,
      askedAt: asked_at,
      ...{ act: row.act, kind: row.kind, rule: row.rule, why: row.why },
      ...{ actWhy: row.act_why, moderator: row.handle },
    }),
  )
}

export type OpenAppeal = Awaited<ReturnType<typeof openAppeals>>[number]

export const openAppealCount = queries.selectOpenAppealCount
