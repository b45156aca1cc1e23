import type { Member } from '#app/features/accounts/member.ts'
import { conflict, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { selectPostAuthor } from './authors.queries.server.ts'
import * as queries from './posts.queries.server.ts'

/** The row of a post that the member may read and that is not deleted, held until the transaction ends. */
export async function holdPost(tx: Db, member: Member, id: string) {
  const row = await queries.selectPostToChange(tx, id)
  if (!row) throw notFound('post')
  await refuseIfPrivate(tx, member, row)
  if (row.deleted_at !== null) throw conflict('This post was deleted.')
  return row
}

/** What is not published is private to its authors and to those whom they asked; to others it is not there. */
export async function refuseIfPrivate(
  db: Db,
  reader: Member | null,
  row: { id: string; member_id: string; published_at: number | null },
) {
  if (row.published_at !== null || row.member_id === reader?.id) return
  if (!reader || !(await selectPostAuthor(db, row.id, reader.id))) throw notFound('post')
}
