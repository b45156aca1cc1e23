import type { Db } from '#db/open.ts'
import { preparedFirst } from '#db/prepared.ts'
import type { ModerationActRow } from '#db/tables.ts'

export async function insertAct(tx: Db, row: ModerationActRow) {
  await tx.insertInto('moderation_acts').values(row).execute()
}

const withAppeal = (db: Db) =>
  db
    .selectFrom('moderation_acts')
    .leftJoin('members as moderators', 'moderators.id', 'moderator_id')
    .leftJoin('appeals', 'appeals.act_id', 'moderation_acts.id')
    .selectAll('moderation_acts')
    .select(['moderators.handle as moderator', 'appeals.act_id as appealed', 'appeals.decision', 'appeals.decided_why'])
    .select('appeals.why as appeal_why')

export type ActWithAppeal = Awaited<ReturnType<typeof selectActsOf>>[number]

export function selectAct(db: Db, id: string) {
  return withAppeal(db).where('moderation_acts.id', '=', id).executeTakeFirst()
}

export function selectActsOf(db: Db, memberId: string, most: number) {
  return withAppeal(db)
    .where('moderation_acts.member_id', '=', memberId)
    .where('act', '<>', 'dismissed')
    .orderBy('acted_at', 'desc')
    .orderBy('moderation_acts.id', 'desc')
    .limit(most)
    .execute()
}

export function selectActsOn(db: Db, kind: ModerationActRow['kind'], thingId: string) {
  return withAppeal(db)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .orderBy('acted_at', 'desc')
    .orderBy('moderation_acts.id', 'desc')
    .execute()
}

/** The newest first, so many before one. */
export function selectActs(db: Db, most: number, after: [time: number, id: string] | null) {
  return withAppeal(db)
    .$if(after !== null, (query) =>
      query.where((e) =>
        e.or([
          e('acted_at', '<', after?.[0] ?? 0),
          e.and([e('acted_at', '=', after?.[0] ?? 0), e('moderation_acts.id', '<', after?.[1] ?? '')]),
        ]),
      ),
    )
    .orderBy('acted_at', 'desc')
    .orderBy('moderation_acts.id', 'desc')
    .limit(most)
    .execute()
}

export async function upsertSuspension(tx: Db, memberId: string, until: number) {
  await tx
    .insertInto('suspensions')
    .values({ member_id: memberId, until })
    .onConflict((c) => c.column('member_id').doUpdateSet({ until }))
    .execute()
}

export async function deleteSuspension(tx: Db, memberId: string) {
  await tx.deleteFrom('suspensions').where('member_id', '=', memberId).execute()
}

export async function selectSuspension(db: Db, memberId: string): Promise<number | undefined> {
  return (await suspension(db, memberId))?.until
}

const suspension = preparedFirst((db: Db, memberId: string) =>
  db.selectFrom('suspensions').select('until').where('member_id', '=', memberId),
)

/** Who moderates beside one, and is none of these. */
export async function selectOtherModerator(db: Db, memberId: string, noneOf: readonly string[]) {
  return db
    .selectFrom('members')
    .select('id')
    .where('role', 'in', ['moderator', 'admin'])
    .where('removed_at', 'is', null)
    .where('id', 'not in', [memberId, ...noneOf])
    .executeTakeFirst()
}
