import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { CollectionRow, CollectionVersionRow } from '#db/tables.ts'

/** Locks the collection until the transaction ends, so that its versions follow one another. */
export function selectToEdit(tx: Db, id: string): Promise<CollectionRow | undefined> {
  return tx.selectFrom('collections').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

export async function insertVersion(tx: Db, row: CollectionVersionRow) {
  await tx.insertInto('collection_versions').values(row).execute()
}

export async function updateWords(
  tx: Db,
  id: string,
  words: Pick<CollectionRow, 'title' | 'description' | 'html' | 'visibility' | 'version'>,
) {
  await tx.updateTable('collections').set(words).where('id', '=', id).execute()
}

/** Those that were replaced, the newest first. */
export function selectVersions(db: Db, id: string, most: number) {
  return db
    .selectFrom('collection_versions')
    .innerJoin('members', 'members.id', 'collection_versions.edited_by')
    .selectAll('collection_versions')
    .select('members.handle')
    .where('collection_id', '=', id)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
}
