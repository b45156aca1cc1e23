import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { writeLast } from '#db/transaction.ts'
import * as queries from './activity.queries.server.ts'

export interface Subject {
  kind: string
  id: string
}

/** Notes that somebody did something to a thing, and that pages showing the thing are stale; call it in the transaction that does it. Nobody does anything whose account was removed meanwhile. */
export async function record(tx: Db, member: { id: string } | null, verb: string, subject: Subject) {
  const deed = { id: newId(), verb, at: now(), subject_kind: subject.kind, subject_id: subject.id }
  if (!member) await queries.insertActivity(tx, [{ ...deed, member_id: null }])
  else if (!(await queries.insertDeed(tx, { ...deed, member_id: member.id })))
    throw notAllowed('This account is removed.')
  await touch(tx, subject)
}

/** As `record`, for what many members did to one thing. */
export async function recordAll(tx: Db, members: readonly { id: string }[], verb: string, subject: Subject) {
  const [at, { kind, id }] = [now(), subject]
  const rows = members.map((member) => {
    return { id: newId(), member_id: member.id, verb, at, subject_kind: kind, subject_id: id }
  })
  await inBatches(rows, async (batch) => [await queries.insertActivity(tx, batch)])
  await touch(tx, subject)
}

/** Bumps the version of a thing that pages show, without an entry of its own: once a transaction, at its end. */
export async function touch(tx: Db, subject: Subject) {
  const { kind, id } = subject
  await writeLast(tx, `version ${kind} ${id}`, () => queries.upsertVersion(tx, kind, id))
}

/** As `touch`, for many things at once, in few statements. */
export async function touchAll(tx: Db, subjects: readonly Subject[]) {
  const each = new Map(subjects.map(({ kind, id }) => [thingKey({ kind, id }), { kind, id }]))
  const things = [...each].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, thing]) => thing)
  const [first] = things
  if (!first) return
  await writeLast(tx, `version ${thingKey(first)} and ${things.length} more`, async () => {
    await inBatches(things, async (batch) => {
      await queries.upsertVersions(tx, batch)
      return []
    })
  })
}

export const thingKey = ({ kind, id }: Subject) => `${kind} ${id}`

/** The versions of things by `thingKey`; what was never changed has none. */
export async function versionsOf(db: Db, things: readonly Subject[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const [kind, some] of Map.groupBy(things, (thing) => thing.kind)) {
    const ids = some.map(({ id }) => id)
    const rows = await inBatches(ids, (batch) => queries.selectVersions(db, kind, batch))
    for (const { id, version } of rows) found.set(thingKey({ kind, id }), version)
  }
  return found
}
