import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { conflict, invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './idempotency.queries.server.ts'

/** Does a write once for each Idempotency-Key of a member: key, deed and answer are one transaction, and asking again gives the same answer. */
export async function once<A>(db: Db, member: Member, request: Request, body: unknown, work: (tx: Db) => Promise<A>) {
  const key = request.headers.get('idempotency-key')
  if (key === null) return work(db)
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid({ 'Idempotency-Key': 'A key has 1 to 200 visible ASCII characters.' })
  const asked = JSON.stringify([request.method, new URL(request.url).pathname, body])
  const hash = sha256(asked)
  return inTransaction(db, async (tx) => {
    if (await queries.insertKey(tx, member.id, key, hash, now())) {
      const answer = await work(tx)
      await queries.updateAnswer(tx, member.id, key, JSON.stringify(answer ?? null))
      return answer
    }
    const known = await queries.selectAnswer(tx, member.id, key)
    if (known.request_hash !== hash) throw conflict('This Idempotency-Key was used for another request.')
    return JSON.parse(known.answer as string) as A
  })
}
