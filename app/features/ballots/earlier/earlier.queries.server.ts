import type { Db } from '#db/open.ts'
import { prepared, preparedFirst } from '#db/prepared.ts'
import type { Cell } from '../ballot.ts'

type Counter = 'fits' | 'partly' | 'misfits' | 'unsure' | 'handles'

/** Takes away a member's ballot on earlier words, of which nothing counts any more; answers its verdict, where there was one. */
export async function deleteEarlierBallot(tx: Db, cell: Cell, memberId: string) {
  return (await deleteEarlier(tx, cell, memberId))?.verdict ?? null
}

const deleteEarlier = preparedFirst((tx: Db, { standpointId, framingId }: Cell, memberId: string) =>
  tx
    .deleteFrom('earlier_ballots')
    .where('standpoint_id', '=', standpointId)
    .where('framing_id', '=', framingId)
    .where('member_id', '=', memberId)
    .returning('verdict'),
)

/** Answers the framing of the handle vote that it took away (null: none of these); undefined where there was none. */
export async function deleteEarlierHandle(tx: Db, standpointId: string, memberId: string) {
  const row = await tx
    .deleteFrom('earlier_handle_votes')
    .where('standpoint_id', '=', standpointId)
    .where('member_id', '=', memberId)
    .returning('framing_id')
    .executeTakeFirst()
  return row?.framing_id
}

export async function updateEarlierTallyDown(tx: Db, standpointId: string, framingId: string, counter: Counter) {
  await tx
    .updateTable('earlier_tallies')
    .set((e) => ({ [counter]: e(counter, '-', 1) }))
    .where('standpoint_id', '=', standpointId)
    .where('framing_id', '=', framingId)
    .execute()
}

export const selectEarlierTallies = prepared((db: Db, claimId: string) =>
  db
    .selectFrom('earlier_tallies')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where(
      (e) => e(e('fits', '+', e.ref('partly')), '+', e('misfits', '+', e('unsure', '+', e.ref('handles')))),
      '>',
      0,
    )
    .orderBy('framing_id')
    .orderBy('standpoint_id'),
)

/** A member's ballots on earlier words, with the name of the framing that theirs was before it was merged. */
export function selectEarlierBallots(db: Db, memberId: string, claimId: string) {
  return db
    .selectFrom('earlier_ballots')
    .leftJoin('framings', 'framings.id', 'earlier_ballots.of_framing_id')
    .selectAll('earlier_ballots')
    .select('framings.name as of_name')
    .where('earlier_ballots.member_id', '=', memberId)
    .where('earlier_ballots.claim_id', '=', claimId)
    .orderBy('earlier_ballots.framing_id')
    .orderBy('standpoint_id')
    .execute()
}

export function selectEarlierHandles(db: Db, memberId: string, claimId: string) {
  return db
    .selectFrom('earlier_handle_votes')
    .leftJoin('framings', 'framings.id', 'earlier_handle_votes.of_framing_id')
    .selectAll('earlier_handle_votes')
    .select('framings.name as of_name')
    .where('earlier_handle_votes.member_id', '=', memberId)
    .where('earlier_handle_votes.claim_id', '=', claimId)
    .orderBy('standpoint_id')
    .execute()
}
