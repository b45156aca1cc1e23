import { numberAndId, type Page } from '#app/lib/paging.server.ts'
import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { ConceptRevisionRow, ConceptRow } from '#db/tables.ts'

/** In one order, kept from other edits and merges until the transaction ends. */
export function selectHeldConcepts(tx: Db, ids: readonly string[]): Promise<ConceptRow[]> {
  return tx.selectFrom('concepts').selectAll().where('id', 'in', ids).orderBy('id').$call(held(tx)).execute()
}

type Words = Pick<
  ConceptRow,
  'kind' | 'name' | 'name_key' | 'definition' | 'definition_html' | 'facts' | 'fact_words' | 'excerpt_id' | 'version'
>

export async function updateWords(tx: Db, id: string, words: Words) {
  await tx.updateTable('concepts').set(words).where('id', '=', id).execute()
}

export async function insertRevision(tx: Db, row: ConceptRevisionRow) {
  await tx.insertInto('concept_revisions').values(row).execute()
}

export function selectRevision(db: Db, conceptId: string, version: number): Promise<ConceptRevisionRow | undefined> {
  return db
    .selectFrom('concept_revisions')
    .selectAll()
    .where('concept_id', '=', conceptId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The newest first, one more than the page takes. */
export function selectRevisions(db: Db, conceptId: string, { limit, after }: Page) {
  return db
    .selectFrom('concept_revisions')
    .innerJoin('members', 'members.id', 'concept_revisions.member_id')
    .selectAll('concept_revisions')
    .select('members.handle')
    .where('concept_id', '=', conceptId)
    .$if(after !== null, (q) => q.where('version', '<', Math.trunc(numberAndId(after ?? [])[0]) % 2 ** 31))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function selectEditorIds(db: Db, conceptId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('concept_revisions')
    .select('member_id')
    .distinct()
    .where('concept_id', '=', conceptId)
    .execute()
  return rows.map((row) => row.member_id)
}
