import { type SqlBool, sql } from 'kysely'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { prepared, preparedWrite } from '#db/prepared.ts'
import type { ArgumentRow, EvidenceRow } from '#db/tables.ts'
import type { Source } from '../bearing.ts'

export async function upsertArgument(tx: Db, row: ArgumentRow) {
  const { claim_id, framing_id, standpoint_id, direction, aspect } = row
  await tx
    .insertInto('arguments')
    .values(row)
    .onConflict((c) =>
      c.columns(['source_kind', 'source_id']).doUpdateSet({ claim_id, framing_id, standpoint_id, direction, aspect }),
    )
    .execute()
}

export async function deleteArgument(tx: Db, { kind, id }: Source) {
  await tx.deleteFrom('arguments').where('source_kind', '=', kind).where('source_id', '=', id).execute()
}

function selectArguments(db: Db) {
  return db
    .selectFrom('arguments')
    .innerJoin('claims', 'claims.id', 'arguments.claim_id')
    .innerJoin('framings', 'framings.id', 'arguments.framing_id')
    .leftJoin('standpoints', 'standpoints.id', 'arguments.standpoint_id')
    .selectAll('arguments')
    .select([
      'claims.statement',
      'framings.name as framing_name',
      'framings.hue',
      'standpoints.name as standpoint_name',
    ])
}

export type NamedArgumentRow = Awaited<ReturnType<typeof selectArgumentsOf>>[number]

export const selectArgumentsOf = prepared((db: Db, kind: Source['kind'], ids: string[]) =>
  selectArguments(db).where('source_kind', '=', kind).where('source_id', 'in', ids),
)

/** Arguments with who wrote them and what they say; those of what is deleted or private are left out. */
function selectWritten(db: Db) {
  return selectArguments(db)
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .innerJoin('members', (j) =>
      j.on((e) => e('members.id', '=', e.fn.coalesce('posts.member_id', 'comments.member_id'))),
    )
    .select((e) => [
      'posts.title',
      'members.id as member_id',
      'members.handle',
      e.fn.coalesce('posts.html', 'comments.html').as('html'),
      e.fn.coalesce('posts.created_at', 'comments.created_at').as('written_at'),
    ])
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
    .orderBy('written_at')
    .orderBy('source_id')
}

export function selectArgumentsFrom(db: Db, ids: string[]) {
  return selectWritten(db).where('source_kind', 'in', ['post', 'comment']).where('source_id', 'in', ids).execute()
}

export function selectClaim(db: Db, id: string) {
  return db.selectFrom('claims').select('id').where('id', '=', id).executeTakeFirst()
}

export function selectClaimFraming(db: Db, claimId: string, framingId: string) {
  return db
    .selectFrom('claim_framings')
    .select('framing_id')
    .where('claim_id', '=', claimId)
    .where('framing_id', '=', framingId)
    .executeTakeFirst()
}

export function selectStandpoint(db: Db, claimId: string, id: string) {
  return db
    .selectFrom('standpoints')
    .select('id')
    .where('claim_id', '=', claimId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertEvidence(tx: Db, rows: EvidenceRow[]) {
  await tx.insertInto('evidence').values(rows).execute()
}

export const deleteEvidence = preparedWrite((tx: Db, { kind, id }: Source) =>
  tx.deleteFrom('evidence').where('source_kind', '=', kind).where('source_id', '=', id),
)

// What was merged since is shown as what it was merged into.
const isWhereItLeads = sql<SqlBool>`labels.id = coalesce(cited.merged_into, cited.id)`

export const selectEvidenceOf = prepared((db: Db, kind: Source['kind'], ids: string[]) =>
  db
    .selectFrom('evidence')
    .leftJoin('labels as cited', 'cited.id', 'evidence.label_id')
    .leftJoin('labels', (j) => j.on(isWhereItLeads))
    .select(['source_kind', 'source_id', 'position', 'excerpt_id', 'note'])
    .select(['labels.id as label_id', 'labels.name as label_name'])
    .where('source_kind', '=', kind)
    .where('source_id', 'in', ids)
    .orderBy('source_id')
    .orderBy('position'),
)

/** Which of the excerpts, and of the labels, there are. */
export async function selectKnown(db: Db, table: 'excerpts' | 'labels', ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom(table).select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Who cites the excerpts, the oldest first; what is deleted or private is left out. */
function selectCiting(db: Db, excerptIds: string[]) {
  return db
    .selectFrom('evidence')
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .select((e) => [
      ...(['excerpt_id', 'source_kind', 'source_id'] as const),
      e.fn.coalesce('posts.created_at', 'comments.created_at').as('written_at'),
    ])
    .where('excerpt_id', 'in', excerptIds)
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
    .orderBy('written_at')
    .orderBy('source_id')
    .orderBy('position')
}

export function selectCiters(db: Db, excerptIds: string[]) {
  return selectCiting(db, excerptIds).execute()
}

/** As `selectCiters`, with what they say. */
export function selectCitations(db: Db, excerptIds: string[]) {
  return selectCiting(db, excerptIds)
    .leftJoin('labels as cited', 'cited.id', 'evidence.label_id')
    .leftJoin('labels', (j) => j.on(isWhereItLeads))
    .innerJoin('members', (j) =>
      j.on((e) => e('members.id', '=', e.fn.coalesce('posts.member_id', 'comments.member_id'))),
    )
    .select((e) => [
      ...(['note', 'labels.name as label_name', 'posts.title'] as const),
      ...(['members.id as member_id', 'members.handle'] as const),
      e.fn.coalesce('posts.html', 'comments.html').as('html'),
    ])
    .execute()
}

/** What a card shows of excerpts. The words of a whole transcript stay where they are. */
export function selectCards(db: Db, excerptIds: string[]) {
  return db
    .selectFrom('excerpts')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .select(['excerpts.id', 'exact', 'prefix', 'suffix', 'whole', 'transcript_id', 'title', 'model', 'condition'])
    .where('excerpts.id', 'in', excerptIds)
    .execute()
}
