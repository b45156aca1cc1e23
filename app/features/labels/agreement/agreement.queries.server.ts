import type { Db } from '#db/open.ts'

export interface Votes {
  label_id: string
  name: string
  agree: number
  disagree: number
  /** Excerpts with just these counts. */
  times: number
}

/** A collection, or a label, or one in the other. */
export interface Where {
  collectionId?: string
  labelId?: string
}

/** Of each label on excerpts (of a collection's transcripts): how many excerpts have how many votes each way on what it means now, the placing vote left out; of blind votes alone if wanted. */
export async function selectVotes(db: Db, { collectionId, labelId }: Where, isBlind: boolean): Promise<Votes[]> {
  const inCollection = db
    .selectFrom('excerpts')
    .innerJoin('collection_transcripts', 'collection_transcripts.transcript_id', 'excerpts.transcript_id')
    .select('excerpts.id')
    .where('collection_id', '=', collectionId ?? '')
  const onExcerpt = db
    .selectFrom('label_votes')
    .innerJoin('labels', 'labels.id', 'label_votes.label_id')
    .select(['label_votes.label_id', 'label_votes.excerpt_id'])
    .select((e) => [
      e.fn.sum<number>(e.case().when('value', '=', 'agree').then(1).else(0).end()).as('agree'),
      e.fn.sum<number>(e.case().when('value', '=', 'disagree').then(1).else(0).end()).as('disagree'),
    ])
    .whereRef('label_version', '>=', 'meaning')
    .where('labels.merged_into', 'is', null)
    .$if(collectionId !== undefined, (query) => query.where('label_votes.excerpt_id', 'in', inCollection))
    .$if(labelId !== undefined, (query) => query.where('label_votes.label_id', '=', labelId ?? ''))
    .where('placing', '=', 0)
    .where('value', '!=', 'unsure')
    .$if(isBlind, (query) => query.where('blind', '=', 1))
    .groupBy(['label_votes.label_id', 'label_votes.excerpt_id'])
  const rows = await db
    .selectFrom(onExcerpt.as('votes'))
    .innerJoin('labels', 'labels.id', 'votes.label_id')
    .select(['label_id', 'name', 'agree', 'disagree'])
    .select((e) => e.fn.countAll<number>().as('times'))
    .groupBy(['label_id', 'name', 'agree', 'disagree'])
    .orderBy('name')
    .orderBy('label_id')
    .execute()
  return rows.map((row) => ({ ...row, agree: Number(row.agree), disagree: Number(row.disagree) }))
}

/** The public collections whose transcripts have excerpts with this label, by title. */
export function selectCollectionsWith(db: Db, labelId: string, most: number) {
  const withLabel = db
    .selectFrom('labellings')
    .innerJoin('excerpts', 'excerpts.id', 'labellings.excerpt_id')
    .innerJoin('collection_transcripts', 'collection_transcripts.transcript_id', 'excerpts.transcript_id')
    .select('collection_id')
    .where('label_id', '=', labelId)
  return db
    .selectFrom('collections')
    .select(['id', 'title'])
    .where('visibility', '=', 'public')
    .where('id', 'in', withLabel)
    .orderBy('title')
    .orderBy('id')
    .limit(most)
    .execute()
}
