import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'

let people = 0

export const newMember = (db: Db): Promise<Member> => addWithoutPassword(db, `voter-${++people}`)

export async function newMembers(db: Db, many: number): Promise<Member[]> {
  return Promise.all(Array.from({ length: many }, () => newMember(db)))
}

/** An excerpt of a transcript of its own. */
export async function newExcerpt(db: Db, member: Member): Promise<string> {
  const [transcriptId, id] = [newId(), newId()]
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('transcripts')
      .values({
        id: transcriptId,
        hash: transcriptId,
        title: 'A talk',
        model: null,
        condition: null,
        source: null,
        licence: null,
        completeness: 'whole',
        scores: '{}',
        turn_count: 1,
        excerpt_count: 1,
        member_id: member.id,
        created_at: 1,
      })
      .execute()
    await tx
      .insertInto('turns')
      .values({ transcript_id: transcriptId, position: 0, role: 'user', speaker: null, text: 'Some words.' })
      .execute()
    await tx
      .insertInto('excerpts')
      .values({
        id,
        transcript_id: transcriptId,
        start_turn: 0,
        start_offset: 0,
        end_turn: 0,
        end_offset: 4,
        whole: 0,
        exact: 'Some',
        prefix: '',
        suffix: ' words.',
        member_id: member.id,
        created_at: 1,
      })
      .execute()
  })
  return id
}
