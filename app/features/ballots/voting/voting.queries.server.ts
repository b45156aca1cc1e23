import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'

export function selectChoice(db: Db, claimId: string, memberId: string) {
  return db
    .selectFrom('members')
    .leftJoin('ballot_choices', (join) =>
      join.onRef('ballot_choices.member_id', '=', 'members.id').on('ballot_choices.claim_id', '=', claimId),
    )
    .select(['members.handle', 'members.shows_ballots', 'ballot_choices.shows', 'ballot_choices.part'])
    .where('members.id', '=', memberId)
    .executeTakeFirstOrThrow()
}

export async function upsertChoice(
  tx: Db,
  claimId: string,
  memberId: string,
  choice: { shows: number | null; part: string },
) {
  await tx
    .insertInto('ballot_choices')
    .values({ claim_id: claimId, member_id: memberId, ...choice, put_off_at: 0 })
    .onConflict((c) => c.columns(['claim_id', 'member_id']).doUpdateSet(choice))
    .execute()
}

export async function upsertPutOff(tx: Db, claimId: string, memberId: string, put_off_at: number) {
  await tx
    .insertInto('ballot_choices')
    .values({ claim_id: claimId, member_id: memberId, shows: null, part: '', put_off_at })
    .onConflict((c) => c.columns(['claim_id', 'member_id']).doUpdateSet({ put_off_at }))
    .execute()
}

export function selectEarlyLooker(db: Db, memberId: string) {
  return db.selectFrom('early_lookers').selectAll().where('member_id', '=', memberId).executeTakeFirst()
}

export async function insertEarlyLooker(tx: Db, memberId: string) {
  await tx
    .insertInto('early_lookers')
    .values({ member_id: memberId })
    .onConflict((c) => c.column('member_id').doNothing())
    .execute()
}

export async function deleteEarlyLooker(tx: Db, memberId: string) {
  await tx.deleteFrom('early_lookers').where('member_id', '=', memberId).execute()
}

/** Those of the claims on which a member has votes standing. */
export async function selectVotedClaims(db: Db, memberId: string, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  const rows = await db
    .selectFrom('claim_voters')
    .select('claim_id')
    .where('member_id', '=', memberId)
    .where('claim_id', 'in', claimIds)
    .where('votes', '>', 0)
    .execute()
  return rows.map((row) => row.claim_id)
}

/** Framings that others put onto claims after a member's last vote there, unless they put that off since; the newest first. */
export function selectAdded(db: Db, memberId: string, claimId: string | null, most: number) {
  const votes = db
    .selectFrom('ballots')
    .select(['claim_id', 'cast_at'])
    .where('member_id', '=', memberId)
    .unionAll(db.selectFrom('handle_votes').select(['claim_id', 'cast_at']).where('member_id', '=', memberId))
  const last = db
    .selectFrom(votes.as('votes'))
    .select((e) => ['claim_id', e.fn.max('cast_at').as('at')])
    .$if(claimId !== null, (query) => query.where('claim_id', '=', claimId as string))
    .groupBy('claim_id')
  return db
    .selectFrom(last.as('last'))
    .innerJoin('claim_framings as added', 'added.claim_id', 'last.claim_id')
    .innerJoin('claims', 'claims.id', 'added.claim_id')
    .innerJoin('framings', 'framings.id', 'added.framing_id')
    .leftJoin('ballot_choices as choice', (join) =>
      join.onRef('choice.claim_id', '=', 'added.claim_id').on('choice.member_id', '=', memberId),
    )
    .select(['added.claim_id', 'added.framing_id', 'added.rationale', 'added.created_at'])
    .select(['claims.statement', 'framings.name', 'framings.hue'])
    .whereRef('added.created_at', '>', 'last.at')
    .where('added.member_id', '<>', memberId)
    .where(sql<SqlBool>`added.created_at > coalesce(choice.put_off_at, 0)`)
    .orderBy('added.created_at', 'desc')
    .orderBy('added.framing_id')
    .limit(most)
    .execute()
}

/** The cells of a claim in which a member once said otherwise than now. */
export function selectChangedCells(db: Db, claimId: string, memberId: string) {
  return db
    .selectFrom('ballots')
    .innerJoin('ballot_history as past', (join) =>
      join
        .onRef('past.standpoint_id', '=', 'ballots.standpoint_id')
        .onRef('past.framing_id', '=', 'ballots.framing_id')
        .onRef('past.member_id', '=', 'ballots.member_id')
        .onRef('past.verdict', '<>', 'ballots.verdict'),
    )
    .select(['ballots.standpoint_id', 'ballots.framing_id'])
    .distinct()
    .where('ballots.claim_id', '=', claimId)
    .where('ballots.member_id', '=', memberId)
    .execute()
}
