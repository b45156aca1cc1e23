import type { Db } from '#db/open.ts'

export interface Votes {
  label_id: string
  name: string
  agree: number
  disagree: number
  /** Excerpts with just these counts. */
  times: number
}

/** Of each label on excerpts of a collection's transcripts: how many excerpts have how many votes each way, the placing vote left out; of blind votes alone if wanted. */
export async function selectVotesInCollection(db: Db, collectionId: string, isBlind: boolean): Promise<Votes[]> {
  const onExcerpt = db
    .selectFrom('label_votes')
    .innerJoin('excerpts', 'excerpts.id', 'label_votes.excerpt_id')
    .innerJoin('collection_transcripts', 'collection_transcripts.transcript_id', 'excerpts.transcript_id')
    .select(['label_votes.label_id', 'label_votes.excerpt_id'])
    .select((e) => [
      e.fn.sum<number>(e.case().when('value', '=', 'agree').then(1).else(0).end()).as('agree'),
      e.fn.sum<number>(e.case().when('value', '=', 'disagree').then(1).else(0).end()).as('disagree'),
    ])
    .where('collection_id', '=', collectionId)
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
