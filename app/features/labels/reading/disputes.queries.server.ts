import type { Db } from '#db/open.ts'

/** The labels on excerpts of a transcript on which members voted both ways. */
export function selectSplit(db: Db, transcriptId: string) {
  return db
    .selectFrom('labellings')
    .innerJoin('excerpts', 'excerpts.id', 'labellings.excerpt_id')
    .innerJoin('labels', 'labels.id', 'labellings.label_id')
    .select(['excerpt_id', 'agree', 'disagree', 'placing_agree', 'placing_disagree'])
    .where('excerpts.transcript_id', '=', transcriptId)
    .where('labels.merged_into', 'is', null)
    .where('labellings.agree', '>', 0)
    .where('labellings.disagree', '>', 0)
    .execute()
}
