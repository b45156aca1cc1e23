import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { FramingRow } from '#db/tables.ts'

/** A framing leads to another from now on, and so does all that leads to it. */
export async function updateMerged(
  tx: Db,
  fromId: string,
  intoId: string,
  how: Pick<FramingRow, 'merged_by' | 'merged_at' | 'merged_why'>,
) {
  await tx.updateTable('framings').set({ merged_into: intoId }).where('merged_into', '=', fromId).execute()
  await tx
    .updateTable('framings')
    .set({ merged_into: intoId, ...how })
    .where('id', '=', fromId)
    .execute()
}

/** Frees the key of a name, which leads to the other now; those that came with a claim keep theirs, by which they are imported again. */
export async function updateKey(tx: Db, id: string, name_key: string) {
  await tx.updateTable('framings').set({ name_key }).where('id', '=', id).execute()
}

export async function updateNamesInto(tx: Db, fromId: string, intoId: string) {
  await tx.updateTable('framing_names').set({ framing_id: intoId }).where('framing_id', '=', fromId).execute()
}

/** Puts the other in the place of a framing on each claim; where both are, the first one's place closes. */
export async function updatePlacesInto(tx: Db, fromId: string, intoId: string) {
  const both = sql`(select k.claim_id from claim_framings k where k.framing_id = ${intoId})`
  const place = sql`(select g.position from claim_framings g
    where g.claim_id = claim_framings.claim_id and g.framing_id = ${fromId})`
  await sql`update claim_framings set position = position - 1
    where claim_id in ${both} and position > ${place}`.execute(tx)
  await sql`delete from claim_framings where framing_id = ${fromId} and claim_id in ${both}`.execute(tx)
  await sql`update claim_framings set framing_id = ${intoId} where framing_id = ${fromId}`.execute(tx)
}

export function selectClaimsWith(tx: Db, framingId: string) {
  return tx.selectFrom('claim_framings').select('claim_id').where('framing_id', '=', framingId).execute()
}

/** What was merged into a framing, the newest first. */
export function selectMergedInto(db: Db, intoId: string) {
  return db
    .selectFrom('framings')
    .leftJoin('members', 'members.id', 'framings.merged_by')
    .select(['framings.id', 'name', 'merged_at', 'merged_why', 'handle'])
    .where('merged_into', '=', intoId)
    .orderBy('merged_at', 'desc')
    .execute()
}

export function selectMerge(db: Db, id: string) {
  return db
    .selectFrom('framings as f')
    .innerJoin('framings as k', 'k.id', 'f.merged_into')
    .leftJoin('members', 'members.id', 'f.merged_by')
    .select(['k.id', 'k.name', 'f.merged_at', 'f.merged_why', 'handle'])
    .where('f.id', '=', id)
    .executeTakeFirst()
}

/** How many claims a framing is on, and how many votes stand on it. */
export async function selectWeight(db: Db, framingId: string) {
  const { claims } = await db
    .selectFrom('claim_framings')
    .select((e) => e.fn.countAll<number>().as('claims'))
    .where('framing_id', '=', framingId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{
    votes: number | null
  }>`select sum(t.fits + t.partly + t.misfits + t.unsure + t.handles) as votes
    from tallies t where t.framing_id = ${framingId}
      and t.claim_id in (select claim_id from claim_framings where framing_id = ${framingId})`.execute(db)
  return { claims: Number(claims), votes: Number(rows[0]?.votes ?? 0) }
}
