import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import type { Score } from '#app/features/transcripts/transcript.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'

export const newMember = (db: Db, role?: Member['role']): Promise<Member> =>
  addWithoutPassword(db, `s-${newId().slice(-8)}`, role)

interface Given {
  condition?: string
  model?: string
  scores?: Record<string, Score>
  text?: string
}

/** A collection of new transcripts; gives its slug and their ids in order. */
export async function newCollection(db: Db, member: Member, given: Given[], slug = `c${newId()}`) {
  const ids: string[] = []
  for (const { condition = null, model = null, scores = {}, text = newId() } of given) {
    const draft = { title: text, condition, model, scores, turns: [{ role: 'assistant' as const, text }] }
    ids.push((await addTranscript(db, member, draft)).transcript.id)
  }
  await addToCollection(db, member, slug, ids)
  return { slug, ids }
}
