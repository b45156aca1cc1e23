import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { BallotHistoryRow, BallotRow, HandleVoteHistoryRow, HandleVoteRow } from '#db/tables.ts'

/** The claims that a member votes on or did, in order. */
export async function selectClaimsOf(tx: Db, memberId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('ballot_history')
    .select('claim_id')
    .where('member_id', '=', memberId)
    .union(tx.selectFrom('handle_vote_history').select('claim_id').where('member_id', '=', memberId))
    .orderBy('claim_id')
    .execute()
  return rows.map((row) => row.claim_id)
}

/** Moves what the first member did on the claim in cells in which the second never did anything. */
export async function updateHistories(tx: Db, claimId: string, fromId: string, toId: string) {
  const ballots = sql<SqlBool>`not exists (select 1 from ballot_history as other where other.member_id = ${toId}
    and other.standpoint_id = ballot_history.standpoint_id and other.framing_id = ballot_history.framing_id)`
  await tx
    .updateTable('ballot_history')
    .set({ member_id: toId })
    .where('claim_id', '=', claimId)
    .where('member_id', '=', fromId)
    .where(ballots)
    .execute()
  const handles = sql<SqlBool>`not exists (select 1 from handle_vote_history as other
    where other.member_id = ${toId} and other.standpoint_id = handle_vote_history.standpoint_id)`
  await tx
    .updateTable('handle_vote_history')
    .set({ member_id: toId })
    .where('claim_id', '=', claimId)
    .where('member_id', '=', fromId)
    .where(handles)
    .execute()
}

export function selectBallotsOf(tx: Db, claimId: string, memberId: string): Promise<BallotRow[]> {
  return tx
    .selectFrom('ballots')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .orderBy('standpoint_id')
    .orderBy('framing_id')
    .execute()
}

export function selectHandlesOf(tx: Db, claimId: string, memberId: string): Promise<HandleVoteRow[]> {
  return tx
    .selectFrom('handle_votes')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .orderBy('standpoint_id')
    .execute()
}

/** The framings of all that the two members said, also on earlier words. */
export async function selectFramingsOf(tx: Db, ...memberIds: string[]): Promise<string[]> {
  const of = (table: 'ballots' | 'handle_votes' | 'earlier_ballots' | 'earlier_handle_votes') =>
    tx.selectFrom(table).select('framing_id').where('member_id', 'in', memberIds)
  const rows = await of('ballots')
    .union(of('handle_votes'))
    .union(of('earlier_ballots'))
    .union(of('earlier_handle_votes'))
    .execute()
  return rows.flatMap(({ framing_id }) => framing_id ?? [])
}

const earlier = { earlier_ballots: 'framing_id', earlier_handle_votes: 'standpoint_id' } as const

/** Where the second member has nothing, neither standing nor earlier. */
function isFree(table: keyof typeof earlier, toId: string) {
  const same = (other: string) => sql`exists (select 1 from ${sql.table(other)} o where o.member_id = ${toId}
    and o.standpoint_id = e.standpoint_id and o.${sql.ref(earlier[table])} = e.${sql.ref(earlier[table])})`
  return sql`not ${same(table)} and not ${same(table.slice('earlier_'.length))}`
}

/** Moves what the first member said on earlier words; where the second said something too, that stands. */
export async function updateEarlierVoter(tx: Db, claimId: string, fromId: string, toId: string) {
  for (const table of ['earlier_ballots', 'earlier_handle_votes'] as const) {
    const key = table === 'earlier_ballots' ? sql`standpoint_id, framing_id` : sql`standpoint_id`
    await sql`update ${sql.table(table)} set member_id = ${toId} where claim_id = ${claimId} and member_id = ${fromId}
      and (${key}) in (select ${key} from ${sql.table(table)} e
        where e.member_id = ${fromId} and ${isFree(table, toId)})`.execute(tx)
  }
}

export async function selectEarlierOf(tx: Db, claimId: string, memberId: string) {
  const ballots = await tx
    .selectFrom('earlier_ballots')
    .select(['standpoint_id', 'framing_id'])
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .execute()
  const handles = await tx
    .selectFrom('earlier_handle_votes')
    .select('standpoint_id')
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .execute()
  return { ballots, handles }
}

/** When the member last did anything in the cell; 0 when never. */
export async function selectLastCast(tx: Db, { standpoint_id, framing_id }: BallotRow, memberId: string) {
  const { at } = await tx
    .selectFrom('ballot_history')
    .select((e) => e.fn.max('at').as('at'))
    .where('standpoint_id', '=', standpoint_id)
    .where('framing_id', '=', framing_id)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return at ?? 0
}

export async function selectLastSaid(tx: Db, { standpoint_id }: HandleVoteRow, memberId: string) {
  const { at } = await tx
    .selectFrom('handle_vote_history')
    .select((e) => e.fn.max('at').as('at'))
    .where('standpoint_id', '=', standpoint_id)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return at ?? 0
}

export async function insertBallotHistory(tx: Db, row: BallotHistoryRow) {
  await tx.insertInto('ballot_history').values(row).execute()
}

export async function insertHandleHistory(tx: Db, row: HandleVoteHistoryRow) {
  await tx.insertInto('handle_vote_history').values(row).execute()
}

/** Moves a standing ballot, or takes it away. */
export async function updateBallotVoter(tx: Db, row: BallotRow, toId: string) {
  await tx.updateTable('ballots').set({ member_id: toId }).where(isBallot(row)).execute()
}

export async function deleteBallot(tx: Db, row: BallotRow) {
  await tx.deleteFrom('ballots').where(isBallot(row)).execute()
}

const isBallot = ({ standpoint_id, framing_id, member_id }: BallotRow) =>
  sql<SqlBool>`(standpoint_id = ${standpoint_id} and framing_id = ${framing_id} and member_id = ${member_id})`

export async function updateHandleVoter(tx: Db, row: HandleVoteRow, toId: string) {
  await tx.updateTable('handle_votes').set({ member_id: toId }).where(isHandle(row)).execute()
}

export async function deleteHandle(tx: Db, row: HandleVoteRow) {
  await tx.deleteFrom('handle_votes').where(isHandle(row)).execute()
}

const isHandle = ({ standpoint_id, member_id }: HandleVoteRow) =>
  sql<SqlBool>`(standpoint_id = ${standpoint_id} and member_id = ${member_id})`
