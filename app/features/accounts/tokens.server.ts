import { createHash } from 'node:crypto'
import { now } from '#app/lib/clock.ts'
import { newSecret } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { memberOf } from './accounts.server.ts'
import type { Member } from './member.ts'

/** Makes a personal access token. It is told this once; only its hash is kept. */
export async function addToken(db: Db, member: Member, name: string): Promise<string> {
  const token = `plx_${newSecret()}`
  const row = { hash: hashOf(token), member_id: member.id, name, created_at: now() }
  await inTransaction(db, (tx) => queries.insertToken(tx, row))
  return token
}

export async function memberOfToken(db: Db, token: string): Promise<Member | null> {
  const row = await queries.selectMemberByToken(db, hashOf(token))
  return row ? memberOf(row) : null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
