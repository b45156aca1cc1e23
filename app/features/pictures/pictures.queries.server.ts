import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { PictureRow } from '#db/tables.ts'

/** Inserts unless the same was sent before; says whether it did. */
export async function insertPicture(tx: Db, row: PictureRow): Promise<boolean> {
  const result = await tx
    .insertInto('pictures')
    .values(row)
    .onConflict((c) => c.column('sent_hash').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export function selectPictureSent(db: Db, hash: string) {
  return db.selectFrom('pictures').select(['id', 'width', 'height']).where('sent_hash', '=', hash).executeTakeFirst()
}

export function selectPicture(db: Db, id: string) {
  return db.selectFrom('pictures').select(['type', 'width', 'height', 'bytes']).where('id', '=', id).executeTakeFirst()
}
