import type { Db } from '#db/open.ts'

/** The act of a moderator about a member, at or last before a time. */
export function selectActAt(tx: Db, memberId: string, moderatorId: string, at: number) {
  return tx
    .selectFrom('moderation_acts')
    .select('id')
    .where('member_id', '=', memberId)
    .where('moderator_id', '=', moderatorId)
    .where('act', '<>', 'dismissed')
    .where('acted_at', '<=', at)
    .orderBy('acted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The appeal of a member that a moderator decided, at or last before a time. */
export function selectDecisionAt(tx: Db, memberId: string, moderatorId: string, at: number) {
  return tx
    .selectFrom('appeals')
    .select('act_id as id')
    .where('member_id', '=', memberId)
    .where('decided_by', '=', moderatorId)
    .where('decided_at', '<=', at)
    .orderBy('decided_at', 'desc')
    .orderBy('act_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
