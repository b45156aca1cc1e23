import type { Member } from '#app/features/accounts/member.ts'
import { isAnyMember } from '#app/features/accounts/signing-in/any-member.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { noteIfWritable } from '#db/trouble.ts'
import type { Subject } from '../comment.ts'
import * as queries from './visits.queries.server.ts'

/** A visit to a thread ends when its page was not asked for for half an hour. Until then loading it again keeps what is new. */
const pauseMs = 30 * 60_000
/** Reading on is noted once a minute. */
const noteMs = 60_000

/** When the member's last visit before this one ended: what came later is new. Null on the first, and for visitors. */
export async function lastVisitBefore(db: Db, member: Member | null, subject: Subject, at: number) {
  const visit = member && (await queries.selectVisit(db, member.id, subject))
  if (!visit) return null
  return visit.last_at < at - pauseMs ? visit.last_at : visit.before_at
}

/** Notes that the member has the thread before them, as it was at this time. Not a deed: nobody else learns of it. */
export async function noteVisit(db: Db, member: Member | null, { kind, id }: Subject, at: number): Promise<void> {
  if (!member || isAnyMember(member)) return
  const visit = await queries.selectVisit(db, member.id, { kind, id })
  if (visit && at - visit.last_at < noteMs) return
  const row = { member_id: member.id, subject_kind: kind, subject_id: id, last_at: at, before_at: null }
  await noteIfWritable(db, () => inTransaction(db, (tx) => queries.upsertVisit(tx, row, at - pauseMs)))
}
