import { sql } from 'kysely'
import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { AnnotationRow, AnnotationVoteRow } from '#db/tables.ts'

export async function insertAnnotation(tx: Db, row: AnnotationRow) {
  await tx.insertInto('annotations').values(row).execute()
}

export async function updateAnnotation(tx: Db, row: AnnotationRow) {
  const { document, excerpts, modified_at } = row
  await tx.updateTable('annotations').set({ document, excerpts, modified_at }).where('id', '=', row.id).execute()
}

export async function deleteAnnotation(tx: Db, id: string) {
  await tx.deleteFrom('annotation_votes').where('annotation_id', '=', id).execute()
  await tx.deleteFrom('annotations').where('id', '=', id).execute()
}

/** Held until the transaction ends, so that two changes do not both find the tag that they were sent with. */
export function selectHeld(tx: Db, id: string) {
  return tx.selectFrom('annotations').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

export function selectAnnotations(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('annotations')
    .innerJoin('members', 'members.id', 'annotations.member_id')
    .selectAll('annotations')
    .select('members.handle')
    .where('annotations.id', 'in', ids)
    .execute()
}

export function selectMarked(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('excerpts')
    .innerJoin('members', 'members.id', 'excerpts.member_id')
    .selectAll('excerpts')
    .select('members.handle')
    .where('excerpts.id', 'in', ids)
    .execute()
}

export async function insertVote(tx: Db, row: AnnotationVoteRow) {
  await tx
    .insertInto('annotation_votes')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export function selectVotes(tx: Db, annotationId: string) {
  return tx.selectFrom('annotation_votes').selectAll().where('annotation_id', '=', annotationId).execute()
}

/** The excerpts on which annotations cast votes. */
export function selectVotedExcerpts(db: Db, annotationIds: readonly string[]) {
  return db.selectFrom('annotation_votes').select('excerpt_id').where('annotation_id', 'in', annotationIds).execute()
}

export async function deleteVote(tx: Db, row: AnnotationVoteRow) {
  await tx
    .deleteFrom('annotation_votes')
    .where('annotation_id', '=', row.annotation_id)
    .where('excerpt_id', '=', row.excerpt_id)
    .where('label_id', '=', row.label_id)
    .execute()
}

/** What the container holds: excerpts, and what clients sent. */
const contained = (db: Db) =>
  db
    .selectFrom('excerpts')
    .select(['id', 'created_at', sql<'excerpt' | 'sent'>`'excerpt'`.as('kind'), 'created_at as modified_at'])
    .unionAll(
      db
        .selectFrom('annotations')
        .select(['id', 'created_at', sql<'excerpt' | 'sent'>`'sent'`.as('kind'), 'modified_at']),
    )

/** Oldest first, so that what comes is at the end and pages stay as they were. */
export function selectContained(db: Db, from: number, most: number) {
  return db
    .selectFrom(contained(db).as('contained'))
    .select(['id', 'kind'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .offset(from)
    .execute()
}

export function selectTotal(db: Db) {
  return db
    .selectFrom(contained(db).as('contained'))
    .select((e) => [e.cast<number>(e.fn.countAll(), 'integer').as('total'), e.fn.max('modified_at').as('modified')])
    .executeTakeFirstOrThrow()
}
