import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newSecret } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { memberOf } from './accounts.server.ts'
import type { Member } from './member.ts'

/** Makes a personal access token. It is told this once; only its hash is kept. */
export async function addToken(db: Db, member: Member, name: string): Promise<string> {
  const token = `plx_${newSecret()}`
  const row = { hash: sha256(token), member_id: member.id, name, created_at: now() }
  await inTransaction(db, (tx) => queries.insertToken(tx, row))
  return token
}

export async function memberOfToken(db: Db, token: string): Promise<Member | null> {
  const row = await queries.selectMemberByToken(db, sha256(token))
  return row ? memberOf(row) : null
}
