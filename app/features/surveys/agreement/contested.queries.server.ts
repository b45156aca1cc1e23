import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

const [yes, no] = [sql`(l.agree - l.placing_agree)`, sql`(l.disagree - l.placing_disagree)`]
const judged = sql<number>`cast(${yes} + ${no} as double precision)`

/** Of a collection's excerpts, the labels over which votes are most split: so many, none over which nobody is. */
export function selectMostSplit(db: Db, collectionId: string, most: number) {
  // Contestedness as `contestednessOf` of the labels has it.
  const worth = sql<number>`(1 - abs(${yes} - ${no}) / ${judged}) * (1 - pow(cast(2 as double precision), -${judged} / 5))`
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .innerJoin('labellings as l', 'l.excerpt_id', 'x.id')
    .select(['l.excerpt_id', 'l.label_id'])
    .innerJoin('labels', 'labels.id', 'l.label_id')
    .where('labels.merged_into', 'is', null)
    .where('c.collection_id', '=', collectionId)
    .where(sql<boolean>`${yes} > 0 and ${no} > 0`)
    .orderBy(worth, 'desc')
    .orderBy('l.excerpt_id', 'desc')
    .orderBy('l.label_id')
    .limit(most)
    .execute()
}

/** Of each classifier and label in a collection: on how many excerpts it says so (1) or not (0), and what most people say. */
export async function selectMachinesAndPeople(db: Db, collectionId: string, most: number) {
  const people = sql<'agree' | 'disagree' | 'split' | 'nothing'>`case when ${yes} + ${no} = 0 then 'nothing'
    when ${yes} > ${no} then 'agree' when ${yes} < ${no} then 'disagree' else 'split' end`
  const said = db
    .selectFrom('collection_transcripts as c')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .innerJoin('machine_labellings as m', 'm.excerpt_id', 'x.id')
    .innerJoin('labellings as l', (join) =>
      join.onRef('l.excerpt_id', '=', 'm.excerpt_id').onRef('l.label_id', '=', 'm.label_id'),
    )
    .innerJoin('labels', 'labels.id', 'm.label_id')
    .select([
      ...(['m.classifier', 'm.label_id', 'labels.name'] as const),
      sql<number>`case when m.score is null or m.score >= 0.5 then 1 else 0 end`.as('fits'),
      people.as('people'),
    ])
    .where('labels.merged_into', 'is', null)
    .where('c.collection_id', '=', collectionId)
  return db
    .selectFrom(said.as('said'))
    .select(['classifier', 'label_id', 'name', 'fits', 'people'])
    .select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('times'))
    .groupBy(['classifier', 'label_id', 'name', 'fits', 'people'])
    .orderBy('name')
    .orderBy('label_id')
    .orderBy('classifier')
    .limit(most)
    .execute()
}
