import type { Member } from '#app/features/accounts/member.ts'
import { recordAll, touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { recount } from '../counting/recount.server.ts'
import { LabelVoteDraft, type LabelVoteValue } from '../labelling.ts'
import { giveLabel } from '../labellings.server.ts'
import { findLabel } from '../labels.server.ts'
import * as queries from './given-votes.queries.server.ts'

export interface GivenVote {
  voter: Member
  value: LabelVoteValue
}

/** Of rows in a statement: each is up to nine values. */
const batchSize = 1000

/** Gives a label with the votes on it that came with data, all at once; says of each vote whether its member voted otherwise before, or not at all. */
export async function giveVotes(
  db: Db,
  member: Member,
  excerptId: string,
  labelId: string,
  votes: readonly GivenVote[],
): Promise<boolean[]> {
  for (const { value } of votes) parse(LabelVoteDraft, { value })
  return inTransaction(db, async (tx) => {
    // Holds the labelling: nobody else votes on it until the transaction ends.
    await giveLabel(tx, member, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    const { cast, isNew } = await castOver(tx, pair, votes)
    if (cast.length === 0) return isNew
    await keep(tx, cast)
    await recount(tx, labelId, excerptId)
    const voters = cast.map(({ member_id }) => ({ id: member_id }))
    await recordAll(tx, voters, 'label.voted', { kind: 'excerpt', id: excerptId })
    await touch(tx, { kind: 'label', id: labelId })
    return isNew
  })
}

/** The votes that change what stands, in their order. */
async function castOver(tx: Db, pair: { excerpt_id: string; label_id: string }, votes: readonly GivenVote[]) {
  const { version } = await findLabel(tx, pair.label_id)
  const { placed_by } = await queries.selectPlacer(tx, pair)
  const voters = [...new Set(votes.map(({ voter }) => voter.id))]
  const rows = await inBatches(voters, (batch) => queries.selectVotesBy(tx, pair, batch))
  const standing = new Map(rows.map((row) => [row.member_id, row]))
  const cast: typeof rows = []
  const isNew = votes.map(({ voter, value }) => {
    const old = standing.get(voter.id)
    if (old?.value === value && old.label_version === version) return false
    const how = { placing: Number(placed_by === voter.id), blind: 0, label_version: version, merged_from: null }
    const row = { ...pair, member_id: voter.id, value, ...how, cast_at: now() }
    standing.set(voter.id, row)
    cast.push(row)
    return old?.value !== value
  })
  return { cast, isNew }
}

/** Keeps all in the history; what stands is the last vote of each member. */
async function keep(tx: Db, cast: Awaited<ReturnType<typeof castOver>>['cast']) {
  const last = [...new Map(cast.map((row) => [row.member_id, row])).values()]
  await inBatches(last, async (batch) => [await queries.upsertVotes(tx, batch)], batchSize)
  const history = cast.map(({ excerpt_id, label_id, member_id, value, cast_at: at }) => {
    return { id: newId(), excerpt_id, label_id, member_id, value, at }
  })
  await inBatches(history, async (batch) => [await queries.insertHistories(tx, batch)], batchSize)
}
