import type { Db } from '#db/open.ts'
import type { DepartureRow } from '#db/tables.ts'

/** Adds to what left a claim in a day. */
export async function upsertDeparture(tx: Db, row: DepartureRow) {
  await tx
    .insertInto('departures')
    .values(row)
    .onConflict((c) =>
      c.columns(['claim_id', 'day']).doUpdateSet((e) => ({
        members: e('departures.members', '+', row.members),
        votes: e('departures.votes', '+', row.votes),
      })),
    )
    .execute()
}

/** The days on which so many or more members left a claim. */
export function selectDepartures(db: Db, claimId: string, fewest: number, before: number) {
  return db
    .selectFrom('departures')
    .select(['day', 'members', 'votes'])
    .where('claim_id', '=', claimId)
    .where('members', '>=', fewest)
    .where('day', '<', before)
    .orderBy('day')
    .execute()
}

/** How many votes a member has standing, and on how many claims. */
export function selectVotesOf(db: Db, memberId: string) {
  return db
    .selectFrom('claim_voters')
    .select((e) => [e.fn.sum<number | null>('votes').as('votes'), e.fn.countAll<number>().as('claims')])
    .where('member_id', '=', memberId)
    .where('votes', '>', 0)
    .executeTakeFirstOrThrow()
}
