import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { acceptCoAuthorship } from '#app/features/discussion/posts/authors.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Axis, noTotals, noVotes, type OwnVotes, type Target, type Totals, takes, type VoteValue } from './vote.ts'
import * as queries from './votes.queries.server.ts'

/** Casts or changes a vote; never on one's own, nor on what was deleted. */
export function vote(db: Db, member: Member, target: Target, axis: Axis, value: VoteValue): Promise<void> {
  return setVote(db, member, target, axis, value)
}

/** Takes a vote back; where there is none, nothing happens. */
export function takeBackVote(db: Db, member: Member, target: Target, axis: Axis): Promise<void> {
  return setVote(db, member, target, axis, null)
}

async function setVote(db: Db, member: Member, target: Target, axis: Axis, value: VoteValue | null): Promise<void> {
  if (!takes(target.kind, axis)) throw invalid({ axis: 'Posts take approval only.' })
  await inTransaction(db, async (tx) => {
    await holdTotals(tx, { ...target, axis })
    await refuseUnlessOpen(tx, member, target)
    await changeVote(tx, member, target, axis, value)
  })
}

/** Before anything is read: two changes of one vote at once would count it twice, and whoever becomes an author of the target would keep a vote. */
function holdTotals(tx: Db, counted: Target & { axis: Axis }) {
  return queries.upsertTotals(tx, counted, { up: 0, down: 0 })
}

/** Becomes an author of a post. Nobody votes on their own: a vote that was cast on it is taken back with it. */
export async function joinAuthors(db: Db, member: Member, postId: string): Promise<void> {
  const target: Target = { kind: 'post', id: postId }
  await inTransaction(db, async (tx) => {
    await holdTotals(tx, { ...target, axis: 'approval' })
    await acceptCoAuthorship(tx, member, postId)
    await changeVote(tx, member, target, 'approval', null)
  })
}

async function changeVote(tx: Db, member: Member, target: Target, axis: Axis, value: VoteValue | null) {
  const counted = { ...target, axis }
  const old = (await queries.selectVote(tx, counted, member.id))?.value ?? null
  if (old === value) return
  const by = (side: VoteValue) => Number(value === side) - Number(old === side)
  await queries.upsertTotals(tx, counted, { up: by(1), down: by(-1) })
  const key = { target_kind: target.kind, target_id: target.id, axis, member_id: member.id }
  if (value === null) await queries.deleteVote(tx, counted, member.id)
  else await queries.upsertVote(tx, { ...key, value, cast_at: now() })
  await record(tx, member, value === null ? 'vote.taken-back' : 'vote.cast', target)
}

async function refuseUnlessOpen(tx: Db, member: Member, target: Target) {
  const row = await queries.selectTarget(tx, target, member.id)
  if (!row) throw notFound(target.kind)
  const isOneOfIts = target.kind === 'post' && (await queries.selectCoAuthor(tx, target.id, member.id))
  if (row.member_id === member.id || isOneOfIts) throw notAllowed(`Nobody votes on a ${target.kind} of their own.`)
  if (row.deleted_at !== null) throw conflict(`This ${target.kind} was deleted.`)
  if (row.is_private) throw conflict('Its post is not published: until it is, nobody votes here.')
}

/** The votes on each target, by its id; every target asked for is there. */
export async function totalsOf(db: Db, targets: readonly Target[]): Promise<Map<string, Totals>> {
  const found = new Map<string, Totals>(targets.map(({ id }) => [id, structuredClone(noTotals)]))
  for (const [kind, ids] of byKind(targets)) {
    for (const { target_id, axis, up, down } of await inBatches(ids, (some) => queries.selectTotals(db, kind, some)))
      (found.get(target_id) as Totals)[axis as Axis] = { up, down }
  }
  return found
}

/** The votes on the posts of a list, by their id. */
export async function totalsOfPosts(db: Db, posts: readonly { id: string }[]): Promise<Record<string, Totals>> {
  return Object.fromEntries(
    await totalsOf(
      db,
      posts.map(({ id }) => ({ kind: 'post', id })),
    ),
  )
}

/** A member's own votes on each target, by its id; a visitor has none. */
export async function votesOf(
  db: Db,
  member: Member | null,
  targets: readonly Target[],
): Promise<Map<string, OwnVotes>> {
  const found = new Map<string, OwnVotes>(targets.map(({ id }) => [id, { ...noVotes }]))
  if (!member) return found
  for (const [kind, ids] of byKind(targets)) {
    const rows = await inBatches(ids, (some) => queries.selectVotesOf(db, member.id, kind, some))
    for (const { target_id, axis, value } of rows) (found.get(target_id) as OwnVotes)[axis as Axis] = value as VoteValue
  }
  return found
}

function byKind(targets: readonly Target[]): [Target['kind'], string[]][] {
  const kinds = ['post', 'comment'] as const
  return kinds.map((kind) => [kind, targets.filter((target) => target.kind === kind).map(({ id }) => id)])
}
