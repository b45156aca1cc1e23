import { findProfile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { invalid, isRefusal, notAllowed, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Author } from '../bearing.ts'
import * as queries from './authors.queries.server.ts'
import { holdPost } from './held-post.server.ts'
import { restorableUntil } from './publishing.server.ts'

export interface CoAuthors {
  /** Who accepted: they are shown, and may edit. */
  coAuthors: Author[]
  /** Who was asked and has not answered. */
  invited: Author[]
}

export const mostCoAuthors = 20

/** Who writes each of these posts with its author; every post asked for is there. */
export async function coAuthorsOf(db: Db, postIds: readonly string[]): Promise<Map<string, CoAuthors>> {
  const found = new Map<string, CoAuthors>(postIds.map((id) => [id, { coAuthors: [], invited: [] }]))
  for (const row of await inBatches(postIds, (some) => queries.selectPostAuthors(db, some))) {
    const of = found.get(row.post_id) as CoAuthors
    const side = row.accepted_at === null ? of.invited : of.coAuthors
    side.push({ id: row.id, handle: row.handle })
  }
  return found
}

/** Asks a member to be an author of one's post. They are named, and may edit, once they accept. Twice is as once. */
export async function inviteCoAuthor(db: Db, author: Member, postId: string, handle: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await refuseUnlessAuthor(tx, author, postId)
    const asked = await memberCalled(tx, handle)
    if (asked.id === author.id) throw invalid({ handle: 'You are its author already.' })
    if (asked.unclaimed) throw invalid({ handle: 'Nobody has claimed this name, so nobody could accept.' })
    const { coAuthors, invited } = await theirs(tx, postId)
    if (coAuthors.length + invited.length >= mostCoAuthors)
      throw invalid({ handle: `A post has at most ${mostCoAuthors} co-authors.` })
    const row = { post_id: postId, member_id: asked.id, invited_at: now(), accepted_at: null }
    await queries.insertPostAuthor(tx, row)
    await record(tx, author, 'post.co-author-asked', { kind: 'post', id: postId })
  })
}

async function memberCalled(tx: Db, handle: string) {
  try {
    return await findProfile(tx, handle.trim())
  } catch (error) {
    if (isRefusal(error)) throw invalid({ handle: 'There is no such member.' })
    throw error
  }
}

async function refuseUnlessAuthor(tx: Db, author: Member, postId: string) {
  const row = await holdPost(tx, author, postId)
  if (row.member_id !== author.id) throw notAllowed('Only who began a post asks others to be its authors.')
}

async function theirs(tx: Db, postId: string): Promise<CoAuthors> {
  return (await coAuthorsOf(tx, [postId])).get(postId) as CoAuthors
}

/** Becomes an author of a post that one was asked to be an author of. Twice is as once. */
export async function acceptCoAuthorship(db: Db, member: Member, postId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdPost(tx, member, postId)
    const row = await queries.selectPostAuthor(tx, postId, member.id)
    if (!row) throw notFound('invitation')
    if (row.accepted_at !== null) return
    await queries.updatePostAuthor(tx, postId, member.id, now())
    await record(tx, member, 'post.co-author-joined', { kind: 'post', id: postId })
  })
}

/** Takes a co-author, or somebody asked, off a post: they themselves at any time, or its author. */
export async function removeCoAuthor(db: Db, member: Member, postId: string, memberId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await holdPost(tx, member, postId)
    if (member.id !== memberId && member.id !== row.member_id)
      throw notAllowed('Only its author, or they themselves, take a co-author off a post.')
    if (!(await queries.selectPostAuthor(tx, postId, memberId))) return
    await queries.deletePostAuthor(tx, postId, memberId)
    await record(tx, member, 'post.co-author-left', { kind: 'post', id: postId })
  })
}

/** Posts that wait for a member: to be published, to be restored, or for their answer whether they are an author. */
export interface Awaiting {
  unpublished: { id: string; title: string }[]
  invitations: { id: string; title: string }[]
  restorable: { id: string; title: string; until: number }[]
}

const mostAwaiting = 200

export async function postsAwaiting(db: Db, member: Member): Promise<Awaiting> {
  const rows = await queries.selectPostsAwaiting(db, member.id, mostAwaiting)
  const isAsked = (row: (typeof rows)[number]) => row.invited_at !== null && row.accepted_at === null
  const line = ({ id, title }: { id: string; title: string }) => ({ id, title })
  return {
    unpublished: rows.filter((row) => row.deleted_at === null && row.published_at === null && !isAsked(row)).map(line),
    invitations: rows.filter((row) => row.deleted_at === null && isAsked(row)).map(line),
    restorable: rows.flatMap((row) => {
      const until = restorableUntil(member, row)
      return until === null ? [] : [{ ...line(row), until }]
    }),
  }
}
