import type { Db } from '#db/open.ts'

const most = 5

/** Claims that say exactly this. */
export function selectClaimsSaying(db: Db, statement: string) {
  return db.selectFrom('claims').select('id').where('statement', '=', statement).orderBy('id').limit(most).execute()
}

/** Public collections that are called exactly this. */
export function selectCollectionsTitled(db: Db, title: string) {
  return db
    .selectFrom('collections')
    .select('id')
    .where('visibility', '=', 'public')
    .where((e) => e.or([e('title', '=', title), e('id', '=', title)]))
    .orderBy('id')
    .limit(most)
    .execute()
}
