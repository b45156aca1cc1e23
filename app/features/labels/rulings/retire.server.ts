import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { conflict } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { recount } from '../counting/recount.server.ts'
import * as queries from './retire.queries.server.ts'
import { Reason } from './ruling.ts'
import { holdLabel, refuseUnlessRuling, rule } from './rulings.server.ts'

/** From now on the label is put on nothing more. What carries it goes on doing so, and can be voted on. */
export async function retireLabel(db: Db, member: Member, id: string, reason: Reason) {
  const { why } = parse(Reason, reason)
  refuseUnlessRuling(member)
  await inTransaction(db, async (tx) => {
    const label = await holdLabel(tx, id)
    if (label.merged_into) throw conflict(`“${label.name}” was merged into another label: there is nothing to retire.`)
    if (label.retired_at !== null) throw conflict(`“${label.name}” is retired already.`)
    await queries.updateRetired(tx, id, now())
    await rule(tx, member, id, { kind: 'retired', why })
  })
}

/** The label can be put on words again. */
export async function bringLabelBack(db: Db, member: Member, id: string, reason: Reason) {
  const { why } = parse(Reason, reason)
  refuseUnlessRuling(member)
  await inTransaction(db, async (tx) => {
    const label = await holdLabel(tx, id)
    if (label.retired_at === null) throw conflict(`“${label.name}” is not retired.`)
    await queries.updateRetired(tx, id, null)
    await rule(tx, member, id, { kind: 'returned', why })
  })
}

/** An edit that was said to keep the meaning changed it after all: votes cast before it are set apart until they are confirmed. */
export async function disputeEdit(db: Db, member: Member, id: string, version: number, reason: Reason) {
  const { why } = parse(Reason, reason)
  refuseUnlessRuling(member)
  await inTransaction(db, async (tx) => {
    const label = await holdLabel(tx, id)
    if (label.merged_into) throw conflict('This label was merged into another.')
    const isVersion = Number.isInteger(version) && version > 0 && version <= label.version
    if (!isVersion || !(await queries.updateChange(tx, id, version)))
      throw conflict(`Version ${version} is no edit that was said to keep the meaning.`)
    await queries.updateMeaning(tx, id, Math.max(label.meaning, version))
    await recount(tx, id)
    await rule(tx, member, id, { kind: 'changed', version, why })
  })
}
