import type { Member } from '#app/features/accounts/member.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { CommentRow } from '#db/tables.ts'
import type { Subject, SubjectKind } from '../comment.ts'
import * as queries from './comments.queries.server.ts'

/** Holds the thread that a comment is in, wherever it was moved meanwhile, and then the comment. */
export async function holdComment(tx: Db, id: string, member: Member) {
  for (;;) {
    const subject = subjectOf(await queries.selectCommentSubject(tx, id, member.id))
    await queries.updateThreadToHold(tx, subject)
    const row = await queries.selectCommentToChange(tx, id, member.id)
    if (!row) throw notFound('comment')
    if (row.subject_kind === subject.kind && row.subject_id === subject.id) return { row, subject }
  }
}

function subjectOf(row: Pick<CommentRow, 'subject_kind' | 'subject_id'> | undefined): Subject {
  if (!row) throw notFound('comment')
  return { kind: row.subject_kind as SubjectKind, id: row.subject_id }
}
