import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { conditionOf, isJudged, isSettled, isSettledOn, mostAgree } from './carrying.queries.server.ts'

const anyOf = (holds: RawBuilder<boolean>) => sql<number>`max(case when ${holds} then 1 else 0 end)`
const sum = (of: string) => sql<number>`cast(sum(${sql.ref(of)}) as integer)`

/** Of each label and condition: how many transcripts are judged at all, how many carry it, how many are settled, and settled on it. */
export async function selectLabelCounts(db: Db, collectionId: string, labelIds: string[]) {
  const byTranscript = db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .innerJoin('labellings as l', 'l.excerpt_id', 'x.id')
    .select([conditionOf.as('condition'), 'l.label_id', 'c.transcript_id'])
    .select([
      anyOf(isJudged).as('judged'),
      anyOf(mostAgree).as('carries'),
      anyOf(isSettled).as('settled'),
      anyOf(isSettledOn).as('settled_on'),
    ])
    .where('c.collection_id', '=', collectionId)
    .where('l.label_id', 'in', labelIds)
    .groupBy([conditionOf, 'l.label_id', 'c.transcript_id'])
  return db
    .selectFrom(byTranscript.as('one'))
    .select(['condition', 'label_id'])
    .select([sum('judged').as('judged'), sum('carries').as('carries')])
    .select([sum('settled').as('settled'), sum('settled_on').as('settled_on')])
    .groupBy(['condition', 'label_id'])
    .execute()
}

const says = sql<boolean>`(m.score is null or m.score >= 0.5)`

/** Of each label, classifier and condition: how many transcripts it spoke of, and of how many it says that the label fits words of them. */
export function selectMachineCounts(db: Db, collectionId: string, labelIds: string[], most: number) {
  const byTranscript = db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .innerJoin('machine_labellings as m', 'm.excerpt_id', 'x.id')
    .select([conditionOf.as('condition'), 'm.label_id', 'm.classifier', 'c.transcript_id', anyOf(says).as('says')])
    .where('c.collection_id', '=', collectionId)
    .where('m.label_id', 'in', labelIds)
    .groupBy([conditionOf, 'm.label_id', 'm.classifier', 'c.transcript_id'])
  return db
    .selectFrom(byTranscript.as('one'))
    .select(['condition', 'label_id', 'classifier'])
    .select((e) => [sum('says').as('says'), e.cast<number>(e.fn.countAll(), 'integer').as('n')])
    .groupBy(['condition', 'label_id', 'classifier'])
    .orderBy('classifier')
    .orderBy('label_id')
    .limit(most)
    .execute()
}

function scored(db: Db, collectionId: string, name: string) {
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .innerJoin('transcript_scores as s', 's.transcript_id', 'c.transcript_id')
    .where('c.collection_id', '=', collectionId)
    .where('s.name', '=', name)
}

/** How many transcripts of each condition have each value of a score, the commonest first. */
export function selectValueCounts(db: Db, collectionId: string, name: string, most: number) {
  const value = sql<string>`coalesce(s.words, cast(s.number as text))`
  return scored(db, collectionId, name)
    .select((e) => [conditionOf.as('condition'), value.as('value'), e.cast<number>(e.fn.countAll(), 'integer').as('n')])
    .groupBy([conditionOf, value])
    .orderBy('n', 'desc')
    .orderBy('value')
    .limit(most)
    .execute()
}

/** A score's numbers by condition and bin, the last of which holds its upper end; sums are of the distance from `low`. */
export async function selectBins(db: Db, collectionId: string, name: string, { low, width, bins }: Bins) {
  const from = sql<number>`(s.number - cast(${low} as double precision))`
  const bin = sql<number>`cast(floor(${from} / cast(${width} as double precision)) as integer)`
  const placed = scored(db, collectionId, name)
    .select([
      conditionOf.as('condition'),
      from.as('above'),
      sql<number>`case when ${bin} > ${sql.lit(bins - 1)} then ${sql.lit(bins - 1)} else ${bin} end`.as('bin'),
    ])
    .where('s.number', 'is not', null)
  return db
    .selectFrom(placed.as('placed'))
    .select(['condition', 'bin'])
    .select((e) => [e.cast<number>(e.fn.countAll(), 'integer').as('n')])
    .select([sql<number>`sum(above)`.as('sum'), sql<number>`sum(above * above)`.as('squares')])
    .groupBy(['condition', 'bin'])
    .execute()
}

export interface Bins {
  low: number
  width: number
  bins: number
}
