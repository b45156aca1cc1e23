import { sql } from 'kysely'
import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { keptFor } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import { isOn } from '#db/labelled.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow } from '#db/tables.ts'

/** Inserts unless the name is taken; says whether it did. */
export async function insertLabel(tx: Db, row: LabelRow): Promise<boolean> {
  const result = await tx
    .insertInto('labels')
    .values(row)
    .onConflict((c) => c.column('name_key').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function insertFirstVersion(tx: Db, row: LabelRow) {
  const { id: label_id, version, definition, examples, counter_examples, member_id, created_at } = row
  const words = { definition, examples, counter_examples }
  await tx
    .insertInto('label_versions')
    .values({ label_id, version, change: 'first', ...words, member_id, created_at })
    .execute()
}

export function selectLabel(db: Db, id: string) {
  return db.selectFrom('labels').selectAll().where('id', '=', id).executeTakeFirst()
}

/** As `selectLabel`, kept from changing until the transaction ends. */
export function selectKept(tx: Db, id: string) {
  return tx.selectFrom('labels').select('id').where('id', '=', id).$call(keptFor(tx)).executeTakeFirst()
}

/** The label that is called so; of one that was merged, that into which it was. */
export function selectLabelByKey(db: Db, key: string) {
  return db
    .selectFrom('labels')
    .innerJoin('labels as named', (j) =>
      j.on((e) => e('labels.id', '=', e.fn.coalesce('named.merged_into', 'named.id'))),
    )
    .selectAll('labels')
    .where('named.name_key', '=', key)
    .executeTakeFirst()
}

export function selectLabelNames(db: Db) {
  return db
    .selectFrom('labels')
    .select(['id', 'name', 'definition', 'retired_at'])
    .where('merged_into', 'is', null)
    .orderBy('name_key')
    .execute()
}

// The state `contested` of `stateOf` in lib/statistics.ts, in whole numbers: n ≥ 5 and min(agree, disagree)/n ≥ 0.3.
const judgedAgree = sql<number>`(agree - placing_agree)`
const judgedDisagree = sql<number>`(disagree - placing_disagree)`
const judged = sql<number>`(agree - placing_agree + disagree - placing_disagree)`
const isContested = sql<boolean>`${judged} >= 5 and 10 * ${judgedAgree} >= 3 * ${judged} and 10 * ${judgedDisagree} >= 3 * ${judged}`

/** One more than the page holds, newest first, each with its use. */
export function selectLabels(db: Db, { limit, after }: Page) {
  return db
    .selectFrom('labels')
    .selectAll()
    .select((e) => [
      e
        .selectFrom('labellings')
        .whereRef('label_id', '=', 'labels.id')
        .where(isOn)
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('used'),
      e
        .selectFrom('labellings')
        .whereRef('label_id', '=', 'labels.id')
        .where(isContested)
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('contested'),
    ])
    .where('merged_into', 'is', null)
    .$if(after !== null, (q) => q.where(isListedAfter('labels', timeAndId(after ?? []))))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
