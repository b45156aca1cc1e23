import { isOn } from '#db/labelled.ts'
import type { Db } from '#db/open.ts'

/** Transcripts of a collection after a position, in its order, without their turns. */
export function selectTranscriptsAfter(db: Db, collectionId: string, position: number, most: number) {
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .selectAll('t')
    .select('c.position')
    .where('c.collection_id', '=', collectionId)
    .where('c.position', '>', position)
    .orderBy('c.position')
    .limit(most)
    .execute()
}

/** Excerpts of a collection's transcripts, transcript by transcript, after one of them. */
export function selectExcerptsAfter(
  db: Db,
  collectionId: string,
  [position, id]: readonly [number, string],
  most: number,
) {
  return db
    .selectFrom('collection_transcripts as c')
    .innerJoin('excerpts as x', 'x.transcript_id', 'c.transcript_id')
    .selectAll('x')
    .select('c.position')
    .where('c.collection_id', '=', collectionId)
    .where('c.position', '>=', position)
    .where((e) => e.or([e('c.position', '>', position), e('x.id', '>', id)]))
    .orderBy('c.position')
    .orderBy('x.id')
    .limit(most)
    .execute()
}

export function selectLabellings(db: Db, excerptIds: string[]) {
  return db
    .selectFrom('labellings')
    .innerJoin('labels', 'labels.id', 'labellings.label_id')
    .selectAll('labellings')
    .select('labels.name')
    .where('excerpt_id', 'in', excerptIds)
    .where('labels.merged_into', 'is', null)
    .where(isOn)
    .orderBy('excerpt_id')
    .orderBy('label_id')
    .execute()
}

export function selectMachineLabellings(db: Db, excerptIds: string[]) {
  return db
    .selectFrom('machine_labellings')
    .innerJoin('labels', 'labels.id', 'machine_labellings.label_id')
    .select(['excerpt_id', 'label_id', 'labels.name', 'classifier', 'score'])
    .where('excerpt_id', 'in', excerptIds)
    .where('labels.merged_into', 'is', null)
    .orderBy('excerpt_id')
    .orderBy('label_id')
    .orderBy('classifier')
    .execute()
}
