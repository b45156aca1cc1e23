import type { Db } from '#db/open.ts'
import { conditionOf } from './carrying.queries.server.ts'

/** Conditions of a collection's transcripts in the order in which they come in it, with how many each has. */
export async function selectConditions(db: Db, collectionId: string) {
  const rows = await db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .select((e) => [
      conditionOf.as('condition'),
      e.cast<number>(e.fn.countAll(), 'integer').as('n'),
      e.fn.min('c.position').as('first'),
    ])
    .where('c.collection_id', '=', collectionId)
    .groupBy(conditionOf)
    .orderBy('first')
    .execute()
  return rows.map(({ condition, n }) => ({ condition, n }))
}

/** Scores that a collection's transcripts have: how many have each, and how many of those as a number, and as words. */
export function selectScoreNames(db: Db, collectionId: string, most: number) {
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcript_scores as s', 's.transcript_id', 'c.transcript_id')
    .select((e) => [
      's.name',
      e.cast<number>(e.fn.countAll(), 'integer').as('n'),
      e.cast<number>(e.fn.count('s.number'), 'integer').as('numbers'),
      e.cast<number>(e.fn.count('s.words'), 'integer').as('words'),
      e.fn.min('s.number').as('low'),
      e.fn.max('s.number').as('high'),
    ])
    .where('c.collection_id', '=', collectionId)
    .groupBy('s.name')
    .orderBy('n', 'desc')
    .orderBy('s.name')
    .limit(most)
    .execute()
}

/** Labels on excerpts of a collection's transcripts, those on the most excerpts first. */
export function selectLabels(db: Db, collectionId: string, most: number) {
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .innerJoin('labellings as l', 'l.excerpt_id', 'x.id')
    .innerJoin('labels', 'labels.id', 'l.label_id')
    .select((e) => ['labels.id', 'labels.name', e.cast<number>(e.fn.countAll(), 'integer').as('n')])
    .where('c.collection_id', '=', collectionId)
    .where('labels.merged_into', 'is', null)
    .groupBy(['labels.id', 'labels.name'])
    .orderBy('n', 'desc')
    .orderBy('labels.name')
    .limit(most)
    .execute()
}
