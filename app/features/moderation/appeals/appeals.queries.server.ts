import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { AppealRow } from '#db/tables.ts'

/** One an act; says whether it is new. */
export async function insertAppeal(tx: Db, row: AppealRow): Promise<boolean> {
  const result = await tx
    .insertInto('appeals')
    .values(row)
    .onConflict((c) => c.column('act_id').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export function selectAppealToDecide(tx: Db, actId: string) {
  return tx.selectFrom('appeals').selectAll().where('act_id', '=', actId).$call(held(tx)).executeTakeFirst()
}

export async function updateAppeal(tx: Db, actId: string, set: Partial<AppealRow>) {
  await tx.updateTable('appeals').set(set).where('act_id', '=', actId).execute()
}

/** The oldest first. */
export function selectOpenAppeals(db: Db, most: number) {
  return db
    .selectFrom('appeals')
    .innerJoin('moderation_acts', 'moderation_acts.id', 'appeals.act_id')
    .innerJoin('members as moderators', 'moderators.id', 'moderator_id')
    .select(['act_id', 'act', 'kind', 'thing_id', 'rule', 'rules_version', 'moderator_id', 'moderators.handle'])
    .select(['moderation_acts.why as act_why', 'appeals.why', 'asked_at'])
    .where('decision', 'is', null)
    .orderBy('asked_at')
    .orderBy('act_id')
    .limit(most)
    .execute()
}

/** Of those that wait, how many a moderator may decide: none about themselves, and of what they did themselves only what no other moderator could. */
export async function selectOpenAppealCount(db: Db, moderatorId: string): Promise<number> {
  const { count } = await db
    .selectFrom('appeals')
    .innerJoin('moderation_acts', 'moderation_acts.id', 'appeals.act_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('decision', 'is', null)
    .where('moderation_acts.member_id', '!=', moderatorId)
    .where((e) =>
      e.or([
        e('moderator_id', '!=', moderatorId),
        e.not(
          e.exists(
            e
              .selectFrom('members')
              .select('id')
              .where('role', 'in', ['moderator', 'admin'])
              .where('removed_at', 'is', null)
              .where('members.id', '!=', moderatorId)
              .whereRef('members.id', '!=', 'moderation_acts.member_id'),
          ),
        ),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
