import { sql } from 'kysely'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'

/** Takes the key for this member, unless somebody has. On PostgreSQL it waits for whoever is about to. */
export async function insertKey(tx: Db, memberId: string, key: string, requestHash: string, at: number) {
  const result = await tx
    .insertInto('idempotent_answers')
    .values({ member_id: memberId, key, request_hash: requestHash, answer: null, created_at: at })
    .onConflict((c) => c.columns(['member_id', 'key']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export function selectAnswer(tx: Db, memberId: string, key: string) {
  return tx
    .selectFrom('idempotent_answers')
    .select(['request_hash', 'answer'])
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

export async function updateAnswer(tx: Db, memberId: string, key: string, answer: string) {
  await tx
    .updateTable('idempotent_answers')
    .set({ answer })
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .execute()
}

export async function deleteAnswersBefore(tx: Db, time: number) {
  await tx.deleteFrom('idempotent_answers').where('created_at', '<=', time).execute()
}

/** Answers that hold one of these, letter for letter. */
export function selectAnswersWith(tx: Db, parts: string[]) {
  return tx
    .selectFrom('idempotent_answers')
    .select(['member_id', 'key', 'answer'])
    .where((e) =>
      e.or(parts.map((part) => e(e.fn<string>('replace', ['answer', e.val(part), e.val('')]), '<>', e.ref('answer')))),
    )
    .execute()
}

/** Answers that hold some letters, small or capital. */
export function selectAnswersSaying(db: Db, letters: string) {
  const without = sql<string>`replace(lower(answer), ${letters}, '')`
  return db
    .selectFrom('idempotent_answers')
    .select(['member_id', 'key', 'answer'])
    .where(without, '<>', sql<string>`lower(answer)`)
    .execute()
}
