import { sql } from 'kysely'
import type { Member } from '#app/features/accounts/member.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, engineOf } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'

/** A post with a thread that nobody has written in. */
export async function someThread(db: Db) {
  const author = await someMember(db)
  const post = await writePost(db, author, { title: 'A reading', body: 'x' })
  return { author, subject: { kind: 'post', id: post.id } as Subject }
}

/** Bare rows: so many beginnings, each with so many replies. */
export async function fill(db: Db, author: Member, subject: Subject, beginnings: number, replies: number) {
  const row = (n: number, parent_id: string | null) => ({
    ...{ id: newId(), subject_kind: subject.kind, subject_id: subject.id, parent_id, depth: parent_id ? 1 : 0 },
    ...{ body: `${n}`, html: `<p>${n}</p>\n`, revision: 1, member_id: author.id, created_at: n },
    ...{ edited_at: null, deleted_at: null, deleted_by: null, import_key: null },
  })
  const firsts = Array.from({ length: beginnings }, (_, n) => row(n, null))
  const rows = firsts.flatMap((first, n) => [
    first,
    ...Array.from({ length: replies }, (_, r) => row(beginnings + n * replies + r, first.id)),
  ])
  await inTransaction(db, async (tx) => {
    // Nobody searches for them: without triggers thousands are there at once.
    if (engineOf(tx) === 'postgres') await sql`set local session_replication_role = replica`.execute(tx)
    for (let from = 0; from < rows.length; from += 500)
      await tx
        .insertInto('comments')
        .values(rows.slice(from, from + 500))
        .execute()
  })
  return rows.map(({ id }) => id)
}
