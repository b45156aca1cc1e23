import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { ActivityRow, NotificationRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { wishesOf } from '../settings/settings.server.ts'
import type { Wish } from '../settings/settings.ts'
import * as deeds from './deeds.queries.server.ts'
import { actTidings, appealTidings } from './moderated.server.ts'
import { claimTidings, editTidings, framingTidings, invitationTidings } from './proposed.server.ts'
import { type Reason, strongest } from './reasons.ts'
import * as queries from './tell.queries.server.ts'
import { askedTidings, flagTidings } from './waiting.server.ts'
import { commentTidings, postTidings, type Tidings } from './written.server.ts'

/** A deed that could not be told of waits so long (ms), and holds nobody up. */
const putOff = 10 * 60_000

// SQLite takes 32,766 values in a statement, and a row has 13.
const mostRows = 2000

/** Tells of what was done and nobody was told of yet, each deed in a transaction of its own; the answer counts the deeds. Several servers share the work. */
export async function tellOfDeeds(db: Db, log: { error(details: object, message: string): void }): Promise<number> {
  let told = 0
  while (await tellOfNext(db, log)) told++
  return told
}

async function tellOfNext(db: Db, log: { error(details: object, message: string): void }): Promise<boolean> {
  // Most looks find nothing: they need no transaction.
  if (!(await deeds.selectPendingDeed(db, now()))) return false
  let deed: ActivityRow | undefined
  try {
    await inTransaction(db, async (tx) => {
      deed = await deeds.selectPendingDeed(tx, now())
      if (!deed) return
      await deeds.deletePendingDeed(tx, deed.id)
      await tell(tx, deed)
    })
  } catch (error) {
    if (!deed) throw error
    log.error({ err: error, deed: deed.id, verb: deed.verb }, 'nobody could be told of a deed')
    await inTransaction(db, (tx) => deeds.updatePendingDeed(tx, (deed as ActivityRow).id, now() + putOff))
  }
  return deed !== undefined
}

const actVerbs = ['hidden', 'restored', 'locked', 'opened', 'warned', 'suspended', 'released', 'moved'].map(
  (act) => `moderation.${act}`,
)

/** What each verb means to others; verbs that are not here concern nobody. */
const tidingsBy: Record<string, (tx: Db, deed: ActivityRow) => Promise<Tidings | undefined>> = {
  'comment.written': (tx, { subject_id, at }) => commentTidings(tx, subject_id, at),
  'comment.edited': (tx, { subject_id }) => commentTidings(tx, subject_id, null),
  'post.written': (tx, { subject_id, at }) => postTidings(tx, subject_id, at),
  'post.published': (tx, { subject_id }) => postTidings(tx, subject_id, null),
  'post.edited': (tx, { subject_id }) => postTidings(tx, subject_id, null),
  'post.co-author-asked': (tx, { subject_id }) => invitationTidings(tx, subject_id),
  'framing.proposed': (tx, { subject_id, member_id, at }) => framingTidings(tx, subject_id, member_id as string, at),
  ...Object.fromEntries(actVerbs.map((verb) => [verb, actTidings])),
  'appeal.decided': appealTidings,
  'appeal.asked': askedTidings,
  'flag.raised': flagTidings,
  'concept.edited': (tx, { subject_id, at }) => editTidings(tx, subject_id, at),
  'claim.proposed': (tx, { subject_id, member_id, at }) => claimTidings(tx, subject_id, member_id as string, at),
}

async function tell(tx: Db, deed: ActivityRow) {
  const { member_id: doerId } = deed
  if (doerId === null) return
  const tidings = await tidingsBy[deed.verb]?.(tx, deed)
  if (!tidings) return
  const actorId = tidings.by ?? doerId
  const others = tidings.reasons.filter(({ memberId }) => memberId !== actorId)
  const reasons = await tellable(tx, strongest(others, doerId), actorId)
  const wishes = await wishesOf(
    tx,
    reasons.map(({ memberId }) => memberId),
  )
  const rows = reasons.map((reason) => rowOf(actorId, tidings, reason, wishes(reason.memberId)[reason.kind]))
  const wanted = rows.filter((row) => row.on_site || row.by_mail)
  for (let from = 0; from < wanted.length; from += mostRows)
    await queries.insertNotifications(tx, wanted.slice(from, from + mostRows))
}

async function tellable(tx: Db, reasons: Reason[], actorId: string): Promise<Reason[]> {
  const ids = reasons.map(({ memberId }) => memberId)
  const asModerator = reasons.every(({ kind }) => kind === 'moderation' || kind === 'waiting')
  const known = new Set(await inBatches(ids, (batch) => queries.selectTellable(tx, batch, actorId, asModerator)))
  return reasons.filter(({ memberId }) => known.has(memberId))
}

function rowOf(
  actorId: string,
  { source, subject }: Tidings,
  reason: Reason,
  { onSite, byMail }: Wish,
): NotificationRow {
  return {
    id: newId(),
    member_id: reason.memberId,
    kind: reason.kind,
    actor_id: actorId,
    source_kind: source.kind,
    source_id: source.id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    on_site: Number(onSite),
    by_mail: Number(byMail),
    is_read: 0,
    is_mailed: 0,
    created_at: now(),
  }
}
