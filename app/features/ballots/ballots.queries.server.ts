import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { preparedFirst, preparedWrite } from '#db/prepared.ts'
import type { BallotHistoryRow, BallotRow, HandleVoteHistoryRow, HandleVoteRow } from '#db/tables.ts'
import type { Cell } from './ballot.ts'

/** The wordings that a ballot is cast on; each null where the claim has no such standpoint or framing. */
export const selectWording = preparedFirst((db: Db, { claimId, standpointId, framingId }: Cell) =>
  db
    .selectFrom('claims')
    .leftJoin('standpoints', (join) =>
      join.onRef('standpoints.claim_id', '=', 'claims.id').on('standpoints.id', '=', standpointId),
    )
    .leftJoin('claim_framings', (join) =>
      join.onRef('claim_framings.claim_id', '=', 'claims.id').on('claim_framings.framing_id', '=', framingId),
    )
    .leftJoin('framings', 'framings.id', 'claim_framings.framing_id')
    .select([
      'claims.version as claim_version',
      'standpoints.version as standpoint_version',
      'framings.version as framing_version',
    ])
    .where('claims.id', '=', claimId),
)

export const selectBallot = preparedFirst((db: Db, { standpointId, framingId }: Cell, memberId: string) =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('standpoint_id', '=', standpointId)
    .where('framing_id', '=', framingId)
    .where('member_id', '=', memberId),
)

export const upsertBallot = preparedWrite((tx: Db, row: BallotRow) =>
  tx
    .insertInto('ballots')
    .values(row)
    .onConflict((c) => c.columns(['standpoint_id', 'framing_id', 'member_id']).doUpdateSet(row)),
)

export async function deleteBallot(tx: Db, { standpointId, framingId }: Cell, memberId: string) {
  await tx
    .deleteFrom('ballots')
    .where('standpoint_id', '=', standpointId)
    .where('framing_id', '=', framingId)
    .where('member_id', '=', memberId)
    .execute()
}

/** When this member last cast, changed or took back this ballot; 0 when never. */
export async function selectLastCast(tx: Db, cell: Cell, memberId: string): Promise<number> {
  return (await selectLastNoted(tx, cell, memberId))?.at ?? 0
}

const selectLastNoted = preparedFirst((tx: Db, { standpointId, framingId }: Cell, memberId: string) =>
  tx
    .selectFrom('ballot_history')
    .select((e) => e.fn.max('at').as('at'))
    .where('standpoint_id', '=', standpointId)
    .where('framing_id', '=', framingId)
    .where('member_id', '=', memberId),
)

export const insertBallotHistory = preparedWrite((tx: Db, row: BallotHistoryRow) =>
  tx.insertInto('ballot_history').values(row),
)

export function selectHandle(db: Db, standpointId: string, memberId: string) {
  return db
    .selectFrom('handle_votes')
    .selectAll()
    .where('standpoint_id', '=', standpointId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

export async function upsertHandle(tx: Db, row: HandleVoteRow) {
  await tx
    .insertInto('handle_votes')
    .values(row)
    .onConflict((c) => c.columns(['standpoint_id', 'member_id']).doUpdateSet(row))
    .execute()
}

export async function deleteHandle(tx: Db, standpointId: string, memberId: string) {
  await tx
    .deleteFrom('handle_votes')
    .where('standpoint_id', '=', standpointId)
    .where('member_id', '=', memberId)
    .execute()
}

/** When this member last said, changed or took back this handle; 0 when never. */
export async function selectLastSaid(tx: Db, standpointId: string, memberId: string): Promise<number> {
  const { at } = await tx
    .selectFrom('handle_vote_history')
    .select((e) => e.fn.max('at').as('at'))
    .where('standpoint_id', '=', standpointId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return at ?? 0
}

export async function insertHandleHistory(tx: Db, row: HandleVoteHistoryRow) {
  await tx.insertInto('handle_vote_history').values(row).execute()
}

export function selectBallotsOf(db: Db, memberId: string, claimId: string) {
  return db
    .selectFrom('ballots')
    .select(['standpoint_id', 'framing_id', 'verdict', 'reason', 'cast_at', 'moved_by_kind', 'moved_by_id'])
    .where('member_id', '=', memberId)
    .where('claim_id', '=', claimId)
    .execute()
}

export function selectHandlesOf(db: Db, memberId: string, claimId: string) {
  return db
    .selectFrom('handle_votes')
    .select(['standpoint_id', 'framing_id'])
    .where('member_id', '=', memberId)
    .where('claim_id', '=', claimId)
    .execute()
}

/** Of each framing, so many ballots of members who show theirs (on this claim, or on every one), those with a reason first, then the newest; and how many there are. */
export async function selectShownBallots(db: Db, claimId: string, framingIds: readonly string[], most: number) {
  if (framingIds.length === 0) return []
  const order = sql`partition by framing_id order by case when reason = '' then 1 else 0 end, cast_at desc, handle`
  const shown = db
    .selectFrom('ballots')
    .innerJoin('members', 'members.id', 'ballots.member_id')
    .leftJoin('ballot_choices as choice', (join) =>
      join.onRef('choice.claim_id', '=', 'ballots.claim_id').onRef('choice.member_id', '=', 'ballots.member_id'),
    )
    .select(['standpoint_id', 'framing_id', 'verdict', 'reason', 'cast_at', 'moved_by_kind', 'moved_by_id', 'handle'])
    .select(sql<string>`coalesce(choice.part, '')`.as('part'))
    .select(sql<number>`row_number() over (${order})`.as('place'))
    .select(sql<number>`count(*) over (partition by framing_id)`.as('count'))
    .where('ballots.claim_id', '=', claimId)
    .where('framing_id', 'in', framingIds)
    .where(sql<SqlBool>`coalesce(choice.shows, members.shows_ballots) = 1`)
  return db.selectFrom(shown.as('shown')).selectAll().where('place', '<=', most).orderBy('place').execute()
}
