import type { Member } from '#app/features/accounts/member.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Answered, NamedSubject } from '../comment.ts'
import { findComment } from './comments.server.ts'

/** What is answered by a reply with this parent; a parent of another thread is not found. */
export async function findAnswered(
  db: Db,
  reader: Member,
  subject: NamedSubject,
  parentId: string | null,
): Promise<Answered> {
  const parent = parentId ? await findComment(db, parentId, reader) : null
  if (parent && (parent.subject.kind !== subject.kind || parent.subject.id !== subject.id)) throw notFound('comment')
  return { subject, parent }
}
