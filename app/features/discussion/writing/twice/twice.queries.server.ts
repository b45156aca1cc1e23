import { type Expression, sql } from 'kysely'
import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'

const orNothing = (text: Expression<string | null>) => sql<string>`coalesce(${text}, '')`

/** Of two that a member sends at once, the second looks once the first is there. */
export async function holdWriter(tx: Db, table: 'comments' | 'posts', id: string) {
  const writer = tx.selectFrom(table).select('member_id').where('id', '=', id)
  await tx.selectFrom('members').select('id').where('id', 'in', writer).$call(held(tx)).execute()
}

/** Another comment of its writer's that answers the same by the same words, and to the same quoted ones. */
export function selectSameComment(db: Db, id: string, since: number) {
  return db
    .selectFrom('comments as one')
    .innerJoin('comments as other', (j) =>
      j
        .onRef('other.member_id', '=', 'one.member_id')
        .onRef('other.subject_kind', '=', 'one.subject_kind')
        .onRef('other.subject_id', '=', 'one.subject_id')
        .onRef('other.body', '=', 'one.body')
        .onRef('other.id', '<>', 'one.id'),
    )
    .leftJoin('quotes as quoted', 'quoted.comment_id', 'one.id')
    .leftJoin('quotes as otherQuoted', 'otherQuoted.comment_id', 'other.id')
    .select('other.id')
    .where('one.id', '=', id)
    .where('other.deleted_at', 'is', null)
    .where('other.created_at', '>', since)
    .where((e) => e(orNothing(e.ref('other.parent_id')), '=', orNothing(e.ref('one.parent_id'))))
    .where((e) => e(orNothing(e.ref('otherQuoted.exact')), '=', orNothing(e.ref('quoted.exact'))))
    .limit(1)
    .executeTakeFirst()
}

/** Another post of its writer's with the same title and body, published or not. */
export function selectSamePost(db: Db, id: string, since: number) {
  return db
    .selectFrom('posts as one')
    .innerJoin('posts as other', (j) =>
      j
        .onRef('other.member_id', '=', 'one.member_id')
        .onRef('other.title', '=', 'one.title')
        .onRef('other.body', '=', 'one.body')
        .onRef('other.id', '<>', 'one.id'),
    )
    .select('other.id')
    .where('one.id', '=', id)
    .where('other.deleted_at', 'is', null)
    .where('other.created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
}
