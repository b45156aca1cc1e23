import type { Member } from '#app/features/accounts/member.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Answered, Comment, Subject } from '../comment.ts'
import { findComment, findSubject } from './comments.server.ts'

/** What an answer at this place answers. A parent that is not in the thread is said to be lacking: an answer may be typed already. */
export async function answeredAt(
  db: Db,
  reader: Member,
  { kind, id, parentId }: Subject & { parentId: string | null },
): Promise<Answered> {
  const subject = await findSubject(db, kind, id, reader)
  const parent = parentId === null ? null : await commentIn(db, reader, subject, parentId)
  return { subject, parent, lacksParent: parentId !== null && parent === null }
}

async function commentIn(db: Db, reader: Member, { kind, id }: Subject, commentId: string): Promise<Comment | null> {
  try {
    const comment = await findComment(db, commentId, reader)
    return comment.subject.kind === kind && comment.subject.id === id ? comment : null
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
