import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { FlagRow } from '#db/tables.ts'
import type { ThingRef } from './flag.ts'

/** A flag that was decided stays as it is; one that is open says what was said last. */
export async function upsertFlag(tx: Db, row: FlagRow) {
  const { rule, why } = row
  await tx
    .insertInto('flags')
    .values(row)
    .onConflict((c) =>
      c.columns(['kind', 'id', 'member_id']).doUpdateSet({ rule, why }).where('flags.state', '=', 'open'),
    )
    .execute()
}

export function selectFlag(db: Db, { kind, id }: ThingRef, memberId: string) {
  return db
    .selectFrom('flags')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

/** Only while it is open. */
export async function deleteFlag(tx: Db, { kind, id }: ThingRef, memberId: string) {
  await tx
    .deleteFrom('flags')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .where('state', '=', 'open')
    .execute()
}

export async function updateOpenFlags(tx: Db, { kind, id }: ThingRef, state: FlagRow['state']) {
  await tx
    .updateTable('flags')
    .set({ state })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

/** What its author took back to a draft nobody can read, nor decide about; published again it waits again. */
const isReadable = sql<SqlBool>`case kind
  when 'post' then exists (select 1 from posts p where p.id = flags.id and p.published_at is not null)
  when 'comment' then not exists (select 1 from comments c inner join posts p on p.id = c.subject_id
    where c.id = flags.id and c.subject_kind = 'post' and p.published_at is null)
  else 1 = 1 end`

/** The oldest first; of one thing, or of all. */
export function selectOpenFlags(db: Db, most: number, thing?: ThingRef) {
  return db
    .selectFrom('flags')
    .select(['kind', 'id', 'rule', 'why', 'flagged_at'])
    .where('state', '=', 'open')
    .where(isReadable)
    .$if(thing !== undefined, (query) => query.where('kind', '=', thing?.kind ?? '').where('id', '=', thing?.id ?? ''))
    .orderBy('flagged_at')
    .orderBy('kind')
    .orderBy('id')
    .orderBy('member_id')
    .limit(most)
    .execute()
}

/** What of an author's posts and comments is flagged, and there. */
export function selectFlaggedOf(db: Db, authorId: string) {
  const of = (kind: 'post' | 'comment') =>
    db
      .selectFrom(`${kind}s` as 'posts')
      .select('id')
      .where('member_id', '=', authorId)
      .where('deleted_at', 'is', null)
  return db
    .selectFrom('flags')
    .select(['kind', 'id'])
    .distinct()
    .where('state', '=', 'open')
    .where(isReadable)
    .where((e) =>
      e.or([
        e.and([e('kind', '=', 'post'), e('id', 'in', of('post'))]),
        e.and([e('kind', '=', 'comment'), e('id', 'in', of('comment'))]),
      ]),
    )
    .orderBy('kind')
    .orderBy('id')
    .execute()
}

const isOfAnother = (memberId: string) => sql<SqlBool>`case kind
  when 'post' then not exists (select 1 from posts p where p.id = flags.id and p.member_id = ${memberId})
  when 'comment' then not exists (select 1 from comments c where c.id = flags.id and c.member_id = ${memberId})
  else flags.id <> ${memberId} end`

/** Of how many things, this member's own left out. */
export async function selectOpenFlagCount(db: Db, memberId: string): Promise<number> {
  const flags = db.selectFrom('flags').select(['kind', 'id']).where('state', '=', 'open')
  const open = flags.where(isReadable).where(isOfAnother(memberId))
  const things = open.groupBy(['kind', 'id'])
  const { count } = await db
    .selectFrom(things.as('things'))
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
