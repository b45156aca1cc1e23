import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { invalid } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { findMember } from './accounts.server.ts'
import { type Member, mostHandles, Renaming } from './member.ts'

/** Changes the handle that a member goes by. The one before leads to them for good and stays theirs: they may go back to it, and nobody else can have it. */
export async function changeHandle(db: Db, member: Member, wanted: string): Promise<Member> {
  const { handle } = parse(Renaming, { handle: wanted })
  return inTransaction(db, async (tx) => {
    const row = await queries.selectMemberToChange(tx, member.id)
    if (row?.handle !== handle) {
      await takeHandle(tx, member, handle)
      await queries.updateMember(tx, member.id, { handle, handle_key: nameKey(handle) })
      await record(tx, member, 'member.renamed', { kind: 'member', id: member.id })
    }
    return findMember(tx, member.id)
  })
}

async function takeHandle(tx: Db, member: Member, handle: string) {
  const key = nameKey(handle)
  const own = await queries.selectHandlesOf(tx, member.id)
  if (own.some(({ handle_key }) => handle_key === key)) return
  // Each is kept from everybody else for good.
  if (own.length >= mostHandles)
    throw invalid({
      handle: `You had ${mostHandles} handles, the most that one member can have: go back to one of them.`,
    })
  const row = { handle_key: key, member_id: member.id, attributed: 0, taken_at: now() }
  if (!(await queries.insertHandle(tx, row))) throw invalid({ handle: `The handle ${handle} is taken.` })
}

/** The handles that lead to a member beside the one they go by, the newest first, in lower case. */
export async function formerHandlesOf(db: Db, member: Member): Promise<string[]> {
  const rows = await queries.selectHandlesOf(db, member.id)
  return rows.map((row) => row.handle_key).filter((key) => key !== nameKey(member.handle))
}
