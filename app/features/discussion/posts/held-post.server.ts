import type { Member } from '#app/features/accounts/member.ts'
import { conflict, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import * as queries from './posts.queries.server.ts'

/** The row of a post that the member may read and that is not deleted, held until the transaction ends. */
export async function holdPost(tx: Db, member: Member, id: string) {
  const row = await queries.selectPostToChange(tx, id, member.id)
  if (!row) throw notFound('post')
  if (row.deleted_at !== null) throw conflict('This post was deleted.')
  return row
}
