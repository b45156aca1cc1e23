import type { Db } from '#db/open.ts'

/** What the keys lead to: labels, framings of the whole site and concepts. */
export function selectNamed(db: Db, keys: readonly string[]) {
  return db.selectFrom('named_things').selectAll().where('name_key', 'in', keys).execute()
}

/** Claims and posts by their very words, the newest first. */
export function selectTitled(db: Db, titles: readonly string[]) {
  return db
    .selectFrom('titled_things')
    .selectAll()
    .where('title', 'in', titles)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
