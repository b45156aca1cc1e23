import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { conflict, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Subject } from '../comment.ts'
import { deleteComment } from '../comments/comments.server.ts'
import { holdComment } from '../comments/hold-comment.server.ts'
import { deletePost } from '../posts/publishing.server.ts'
import * as queries from './hiding.queries.server.ts'

/** What a moderator looks at: who wrote it, its words, whether it is there, and the thread that it is in. */
export async function writtenForModerators(db: Db, kind: 'post' | 'comment', id: string) {
  const row = await queries.selectWritten(db, kind, id)
  if (!row) throw notFound(kind)
  const { member_id: authorId, title, body, deleted_by: hiddenBy, subject } = row
  return { authorId, title, body, isThere: row.deleted_at === null, hiddenBy, subject: subject as Subject }
}

/** What a post or comment argues and cites, so many each. */
export function carriedBy(db: Db, kind: 'post' | 'comment', id: string) {
  return queries.selectCarried(db, kind, id)
}

/** Takes it from sight: a tombstone stays. */
export function hide(tx: Db, moderator: Member, kind: 'post' | 'comment', id: string): Promise<void> {
  return kind === 'post' ? deletePost(tx, moderator, id) : deleteComment(tx, moderator, id)
}

/** Shows again what a moderator hid; never what its author deleted, nor what was emptied. */
export async function showAgain(tx: Db, moderator: Member, kind: 'post' | 'comment', id: string): Promise<void> {
  if (kind === 'comment') await holdComment(tx, id, moderator)
  const { subject, title } = await writtenForModerators(tx, kind, id)
  const row = await queries.selectHidden(tx, kind, id)
  if (!row || row.deleted_at === null) throw conflict('It is there: nobody hid it.')
  if (row.deleted_by === row.member_id) throw conflict('Its author deleted it: only they bring it back.')
  if (row.body === '' && (kind === 'comment' || title === '[deleted]')) throw conflict('Its words are gone for good.')
  await queries.updateRestored(tx, kind, id)
  if (kind === 'comment') await queries.updateThreadCount(tx, subject, 1)
  await record(tx, moderator, `${kind}.restored`, { kind, id })
  await touch(tx, subject)
}
