import type * as v from 'valibot'
import { findMember } from '#app/features/accounts/accounts.server.ts'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { type Subject, subjectPath } from '#app/features/discussion/comment.ts'
import { lockThread } from '#app/features/discussion/comments/comments.server.ts'
import { carriedBy, hide, showAgain } from '#app/features/discussion/hiding/hiding.server.ts'
import { moveComment, movedFrom, placeToMove } from '#app/features/discussion/moving/move-comment.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { conflict, isRefusal, notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { ThingRef } from '../flags/flag.ts'
import { closeFlags, flaggedBeside } from '../flags/flags.server.ts'
import { currentRules } from '../rules/rules.ts'
import { type Act, ActDraft, type ActName, actsOn, isForMany, mayModerate, type OwnAct } from './act.ts'
import * as queries from './acts.queries.server.ts'
import type { Counts } from './counts.ts'
import { findThing, type Thing } from './things.server.ts'

/** Does something to a thing by a rule, says why to whom it concerns, and closes what members flagged on it. In the log everybody reads what and by which rule. */
export async function moderate(db: Db, moderator: Member, ref: ThingRef, given: Record<string, string>) {
  const { all, ...draft } = parse(ActDraft, { ...given })
  await inTransaction(db, async (tx) => {
    const thing = await act(tx, moderator, ref, draft)
    if (all === '' || !isForMany(draft.act)) return
    for (const other of await flaggedBeside(tx, thing)) await act(tx, moderator, other, draft)
  })
}

async function act(tx: Db, moderator: Member, ref: ThingRef, draft: Omit<v.InferOutput<typeof ActDraft>, 'all'>) {
  const { act, rule, why, days, to } = draft
  const thing = await thingToModerate(tx, moderator, ref, act)
  const until = act === 'suspended' ? now() + days * dayMs : null
  const counts = await carryOut(tx, moderator, thing, act, { until, to })
  await note(tx, moderator, thing, { act, rule, why, until, counts })
  await closeFlags(tx, ref, ['dismissed', 'restored', 'opened', 'released'].includes(act) ? 'dismissed' : 'upheld')
  return thing
}

/** Deletes one's own, or what a moderator takes from sight without naming a rule: the log says so. */
export async function deleteWritten(db: Db, member: Member, kind: 'post' | 'comment', id: string) {
  await inTransaction(db, async (tx) => {
    const thing = mayModerate(member) ? await findThing(tx, { kind, id }, member).catch(unlessPrivate) : undefined
    await hide(tx, member, kind, id)
    if (!thing?.isThere || thing.authorId === member.id) return
    await note(tx, member, thing, {
      act: 'hidden',
      rule: '',
      why: '',
      until: null,
      counts: await carriedBy(tx, kind, id),
    })
    await closeFlags(tx, { kind, id }, 'upheld')
  })
}

function unlessPrivate(error: unknown): undefined {
  if (!isRefusal(error)) throw error
}

async function thingToModerate(tx: Db, moderator: Member, ref: ThingRef, act: ActName): Promise<Thing> {
  if (!mayModerate(moderator)) throw notAllowed('Only moderators do this.')
  const thing = await findThing(tx, ref, moderator)
  if (!actsOn(ref.kind).includes(act)) throw conflict(`This cannot be done to a ${ref.kind}.`)
  if (thing.authorId === moderator.id) throw notAllowed('Nobody moderates what is their own.')
  const author = await findMember(tx, thing.authorId)
  if (act === 'suspended' && mayUse(author, 'moderate') && !mayUse(moderator, 'administer'))
    throw notAllowed('Only admins suspend a moderator.')
  return thing
}

/** `until`: of a suspension, ms; `to`: of a move, an address. Answers what it changed of counts. */
type Manner = { until?: number | null; to?: string }

async function carryOut(tx: Db, moderator: Member, thing: Thing, act: ActName, { until, to = '' }: Manner) {
  const { kind, id, authorId, subject } = thing
  if (act === 'suspended') await queries.upsertSuspension(tx, authorId, until ?? 0)
  if (act === 'released') await queries.deleteSuspension(tx, authorId)
  if (kind === 'member') return {}
  if (act === 'moved') return { comments: await moveComment(tx, moderator, id, placeToMove(to)) }
  if (act === 'hidden' && !thing.isThere) throw conflict('It is not there any more.')
  if (act === 'hidden') await hide(tx, moderator, kind, id)
  if (act === 'restored') await showAgain(tx, moderator, kind, id)
  if (subject && (act === 'locked' || act === 'opened')) await lockThread(tx, moderator, subject, act === 'locked')
  return act === 'hidden' || act === 'restored' ? carriedBy(tx, kind, id) : {}
}

type Noted = { act: ActName; rule: string; why: string; until: number | null; counts?: Counts }

/** Notes that an account was removed, by an admin or by the command, and what its votes took out of counts. */
export async function noteRemoval(tx: Db, admin: Member | null, memberId: string, counts: Counts) {
  const noted = { act: 'removed' as const, rule: '', why: '', until: null, counts }
  await insertNoted(tx, admin, { kind: 'member', id: memberId, authorId: memberId }, noted)
}

async function note(tx: Db, moderator: Member, thing: Thing, noted: Noted, version?: number) {
  await insertNoted(tx, moderator, thing, noted, version)
  await record(tx, moderator, `moderation.${noted.act}`, { kind: 'member', id: thing.authorId })
}

type Concerned = Pick<Thing, 'kind' | 'id' | 'authorId'>

async function insertNoted(
  tx: Db,
  moderator: Member | null,
  { kind, id, authorId }: Concerned,
  noted: Noted,
  version?: number,
) {
  const of = { kind, thing_id: id, member_id: authorId, moderator_id: moderator?.id ?? null }
  const { counts = {}, ...said } = noted
  const rules_version = version ?? currentRules.version
  const row = { id: newId(), ...of, ...said, counts: JSON.stringify(counts), rules_version, acted_at: now() }
  await queries.insertAct(tx, row)
}

const undoing: Partial<Record<ActName, ActName>> = {
  ...{ hidden: 'restored', locked: 'opened', moved: 'moved', suspended: 'released' },
}

/** Takes back what an act did, as far as it still stands. */
export async function undo(tx: Db, moderator: Member, row: queries.ActWithAppeal, why: string) {
  const act = undoing[row.act]
  if (!act) return
  const thing = await findThing(tx, { kind: row.kind, id: row.thing_id }, moderator)
  const from = act === 'moved' ? await fromWhere(tx, row) : null
  const stands = act === 'moved' ? from !== null : act !== 'restored' || !thing.isThere
  const counts = stands ? await carryOut(tx, moderator, thing, act, { to: from ? subjectPath(from) : '' }) : {}
  await note(tx, moderator, thing, { act, rule: row.rule, why, until: null, counts }, row.rules_version)
}

/** Where a comment was before it was moved, unless it was moved again since. */
async function fromWhere(tx: Db, { id, kind, thing_id }: queries.ActWithAppeal): Promise<Subject | null> {
  const moves = (await queries.selectActsOn(tx, kind, thing_id)).filter(({ act }) => act === 'moved')
  return moves[0]?.id === id ? movedFrom(tx, thing_id) : null
}

/** What moderators did, the newest first, as everybody reads it. */
export async function newestActs(db: Db, page: Page): Promise<Paged<Act>> {
  const rows = await queries.selectActs(db, page.limit + 1, page.after && timeAndId(page.after))
  const { items, next } = paged(rows, page.limit, (row) => [row.acted_at, row.id])
  return { items: items.map(actOf), next }
}

const mostOwn = 200

/** What was done to what is a member's, with why: for them, and for moderators. */
export async function actsOf(db: Db, member: Pick<Member, 'id'>): Promise<OwnAct[]> {
  return (await queries.selectActsOf(db, member.id, mostOwn)).map(ownActOf)
}

/** What was done to a thing, for moderators. */
export async function actsOnThing(db: Db, { kind, id }: ThingRef): Promise<OwnAct[]> {
  return (await queries.selectActsOn(db, kind, id)).map(ownActOf)
}

export const findAct = queries.selectAct
export const otherModerator = queries.selectOtherModerator

function actOf(row: queries.ActWithAppeal): Act {
  const { id, act, kind, rule, until, moderator, rules_version: rulesVersion, acted_at: at } = row
  const thingId = kind === 'member' ? null : row.thing_id
  const appeal = row.appealed === null ? null : (row.decision ?? 'open')
  const counts: Counts = JSON.parse(row.counts)
  return { id, act, kind, thingId, rule, rulesVersion, until, counts, at, moderator, appeal }
}

function ownActOf(row: queries.ActWithAppeal): OwnAct {
  return { ...actOf(row), why: row.why, appealWhy: row.appeal_why ?? '', decidedWhy: row.decided_why ?? '' }
}
