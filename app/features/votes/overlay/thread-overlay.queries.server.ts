import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'

interface Own {
  memberId: string
  first: string
  last: string
  most: number
}

const between = prepared((db, { memberId, first, last, most }: Own) =>
  db
    .selectFrom('votes')
    .select(['target_id', 'axis', 'value'])
    .where('member_id', '=', memberId)
    .where('target_kind', '=', 'comment')
    .where('target_id', '>=', first)
    .where('target_id', '<=', last)
    .limit(most),
)

/** A member's votes on comments from one id to another, at most so many. Ids follow time: few of a member's votes lie between those of one thread. */
export function selectOwnBetween(db: Db, own: Own) {
  return between(db, own)
}

const onPost = prepared((db, { memberId, postId }: { memberId: string; postId: string }) =>
  db
    .selectFrom('votes')
    .select(['target_id', 'axis', 'value'])
    .where('member_id', '=', memberId)
    .where('target_kind', '=', 'post')
    .where('target_id', '=', postId),
)

export function selectOwnOnPost(db: Db, memberId: string, postId: string) {
  return onPost(db, { memberId, postId })
}

export function selectOwnOn(db: Db, memberId: string, ids: readonly string[]) {
  return db
    .selectFrom('votes')
    .select(['target_id', 'axis', 'value'])
    .where('member_id', '=', memberId)
    .where('target_kind', '=', 'comment')
    .where('target_id', 'in', ids)
    .execute()
}
