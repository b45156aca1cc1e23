import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { reasonOf } from '../formats/placed.ts'
import type { GivenComment, GivenDiscussion, GivenPost } from '../formats/read-discussion.ts'
import { count, emptyReport, type ImportReport } from './import-report.ts'
import { pacing } from './pacing.ts'

export interface DiscussionFrom {
  file: string
  /** Where the discussion was: what was imported from there before is known by this and its id there. */
  format: 'lesswrong'
  discussion: GivenDiscussion
}

/** Brings in a post and its comments under their authors, who are unclaimed members, at their times. Throws when the post is refused; a comment that is refused takes those that answer it along. */
export async function importDiscussion(
  db: Db,
  member: Member,
  { file, format, discussion }: DiscussionFrom,
  onProgress?: (report: ImportReport) => void,
): Promise<ImportReport> {
  const report = emptyReport()
  report.refused.push(...discussion.refused.map((unread) => ({ file, ...unread })))
  const rest = pacing()
  const { post } = discussion
  const postId = await keepPost(db, member, post, keyOf(format, post), report)
  const ids = new Map<string | null, string | null>([[null, null]])
  for (const { line, value: comment } of discussion.comments) {
    await rest()
    onProgress?.(report)
    try {
      const parentId = ids.get(comment.parentKey)
      if (parentId === undefined)
        report.refused.push({ file, line, reason: `It answers ${comment.parentKey}, which is refused.` })
      else ids.set(comment.key, await keepComment(db, postId, parentId, comment, keyOf(format, comment), report))
    } catch (error) {
      if (!isRefusal(error)) throw error
      report.refused.push({ file, line, reason: reasonOf(error) })
    }
  }
  return report
}

const keyOf = (format: string, { key }: { key: string }) => `${format}:${key}`

async function keepPost(
  db: Db,
  member: Member,
  post: GivenPost,
  importKey: string,
  report: ImportReport,
): Promise<string> {
  const { title, body, createdAt } = post
  const author = await unclaimedMember(db, post.author)
  const { id, isNew } = await writePost(db, author, { title, body }, { createdAt, importKey })
  if (isNew) await inTransaction(db, (tx) => record(tx, member, 'discussion.imported', { kind: 'post', id }))
  count(report, id, isNew)
  return id
}

async function keepComment(
  db: Db,
  postId: string,
  parentId: string | null,
  comment: GivenComment,
  importKey: string,
  report: ImportReport,
): Promise<string> {
  const { body, createdAt } = comment
  const author = await unclaimedMember(db, comment.author)
  const written = await reply(db, author, { kind: 'post', id: postId }, { body, parentId }, { createdAt, importKey })
  count(report, written.id, written.isNew)
  return written.id
}
