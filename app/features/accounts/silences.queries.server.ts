import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { SilenceRow } from '#db/tables.ts'

export async function upsertSilence(tx: Db, row: SilenceRow) {
  const { kind } = row
  await tx
    .insertInto('silences')
    .values(row)
    .onConflict((c) => c.columns(['member_id', 'silenced_id']).doUpdateSet({ kind }))
    .execute()
}

export async function deleteSilence(tx: Db, memberId: string, silencedId: string) {
  await tx.deleteFrom('silences').where('member_id', '=', memberId).where('silenced_id', '=', silencedId).execute()
}

export function selectSilence(db: Db, memberId: string, silencedId: string) {
  return db
    .selectFrom('silences')
    .select('kind')
    .where('member_id', '=', memberId)
    .where('silenced_id', '=', silencedId)
    .executeTakeFirst()
}

export function selectSilencedIds(db: Db, memberId: string) {
  return silencedIds(db, { memberId })
}

const silencedIds = prepared((db, { memberId }: { memberId: string }) =>
  db.selectFrom('silences').select('silenced_id').where('member_id', '=', memberId),
)

export function selectSilencesOf(db: Db, memberId: string) {
  return db
    .selectFrom('silences')
    .innerJoin('members', 'members.id', 'silences.silenced_id')
    .select(['silences.kind', 'silences.silenced_id', 'members.handle', 'silences.created_at'])
    .where('silences.member_id', '=', memberId)
    .orderBy('silences.created_at', 'desc')
    .orderBy('silences.silenced_id')
    .execute()
}

/** Those of the members who block this one, by handle. */
export const selectBlockers = prepared((db: Db, memberIds: readonly string[], silencedId: string) =>
  db
    .selectFrom('silences')
    .innerJoin('members', 'members.id', 'silences.member_id')
    .select(['members.id', 'members.handle'])
    .where('silences.member_id', 'in', memberIds)
    .where('silences.silenced_id', '=', silencedId)
    .where('silences.kind', '=', 'block')
    .orderBy('members.handle_key'),
)
