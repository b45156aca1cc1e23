import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import { notAllowed, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { daysToRestore } from '../comment.ts'
import { mayDelete } from '../post.ts'
import { holdPost } from './held-post.server.ts'
import * as queries from './posts.queries.server.ts'

/** Makes a post public. One that was public before keeps its time and its place in lists. Twice is as once. */
export async function publishPost(db: Db, author: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { published_at, first_published_at } = await ownPost(tx, author, id)
    if (published_at !== null) return
    const at = first_published_at ?? now()
    await queries.updatePost(tx, id, { published_at: at, first_published_at: at })
    // To everybody else it is written when it can first be read.
    await record(tx, author, first_published_at === null ? 'post.written' : 'post.published', { kind: 'post', id })
  })
}

/** Takes a post back: it is private to its authors, and its thread is kept for when it is published again. */
export async function unpublishPost(db: Db, author: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { published_at } = await ownPost(tx, author, id)
    if (published_at === null) return
    await queries.updatePost(tx, id, { published_at: null })
    await record(tx, author, 'post.unpublished', { kind: 'post', id })
  })
}

async function ownPost(tx: Db, author: Member, id: string) {
  const row = await holdPost(tx, author, id)
  if (row.member_id !== author.id) throw notAllowed('Only who began a post publishes it, or takes it back.')
  return row
}

/** Deletes a post: its place, and the thread under it, stay. Twice is as once. */
export async function deletePost(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await queries.selectPostToChange(tx, id, member.id)
    if (!row) throw notFound('post')
    if (!mayDelete(member, { author: { id: row.member_id, handle: '' }, isDeleted: false }))
      throw notAllowed('Only its author or a moderator deletes a post.')
    if (row.deleted_at !== null) return
    await queries.updatePost(tx, id, { deleted_at: now(), deleted_by: member.id })
    await record(tx, member, 'post.deleted', { kind: 'post', id })
  })
}

interface Deleted {
  member_id: string
  deleted_at: number | null
  deleted_by: string | null
}

/** Until when a member can restore a post that they themselves deleted; null where they cannot, or no longer. */
export function restorableUntil(member: Member | null, { member_id, deleted_at, deleted_by }: Deleted): number | null {
  if (deleted_at === null || member?.id !== member_id || deleted_by !== member_id) return null
  const until = deleted_at + daysToRestore * dayMs
  return now() < until ? until : null
}

/** Brings back a post that one deleted oneself, for 30 days. One that is not deleted stays as it is. */
export async function restorePost(db: Db, author: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await queries.selectPostToChange(tx, id, author.id)
    if (!row) throw notFound('post')
    if (row.member_id !== author.id) throw notAllowed('Only its author restores a post.')
    if (row.deleted_at === null) return
    if (row.deleted_by !== author.id) throw notAllowed('A moderator deleted this post: its author cannot restore it.')
    if (restorableUntil(author, row) === null)
      throw notAllowed(`Who deleted a post of their own can restore it, for ${daysToRestore} days.`)
    await queries.updatePost(tx, id, { deleted_at: null, deleted_by: null })
    await record(tx, author, 'post.restored', { kind: 'post', id })
  })
}
