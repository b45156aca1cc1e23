import type { Db } from '#db/open.ts'

/** Who wrote something, where it is there. */
export async function selectAuthor(db: Db, kind: string, id: string): Promise<string | undefined> {
  if (kind !== 'post' && kind !== 'comment') return undefined
  const table = kind === 'post' ? ('posts' as const) : ('comments' as const)
  const row = await db.selectFrom(table).select('member_id').where('id', '=', id).executeTakeFirst()
  return row?.member_id
}

/** Transcripts whose hash is to be made, by id, with whether words of them were masked. */
export function selectUnhashed(db: Db, most: number) {
  return db
    .selectFrom('transcripts')
    .select('id')
    .select((e) =>
      e
        .exists(e.selectFrom('redactions').select('redactions.id').whereRef('transcript_id', '=', 'transcripts.id'))
        .as('masked'),
    )
    .where('hash', 'like', 'imported %')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function updateHash(tx: Db, id: string, hash: string) {
  await tx.updateTable('transcripts').set({ hash }).where('id', '=', id).execute()
}
