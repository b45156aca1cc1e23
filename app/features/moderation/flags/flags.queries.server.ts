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

/** The oldest first; of one thing, or of all. */
export function selectOpenFlags(db: Db, most: number, thing?: ThingRef) {
  return db
    .selectFrom('flags')
    .select(['kind', 'id', 'rule', 'why', 'flagged_at'])
    .where('state', '=', 'open')
    .$if(thing !== undefined, (query) => query.where('kind', '=', thing?.kind ?? '').where('id', '=', thing?.id ?? ''))
    .orderBy('flagged_at')
    .orderBy('kind')
    .orderBy('id')
    .orderBy('member_id')
    .limit(most)
    .execute()
}

/** Of how many things. */
export async function selectOpenFlagCount(db: Db): Promise<number> {
  const things = db.selectFrom('flags').select(['kind', 'id']).where('state', '=', 'open').groupBy(['kind', 'id'])
  const { count } = await db
    .selectFrom(things.as('things'))
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
