import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'

let people = 0
let talks = 0

export const newMember = (db: Db): Promise<Member> => addWithoutPassword(db, `voter-${++people}`)

export async function newMembers(db: Db, many: number): Promise<Member[]> {
  return Promise.all(Array.from({ length: many }, () => newMember(db)))
}

/** The id of an excerpt of a transcript of its own. */
export async function newExcerpt(db: Db, member: Member, exact = 'Some words.', around = ''): Promise<string> {
  const text = `Talk ${++talks}. ${around}${exact} More follow.`
  const { transcript } = await addTranscript(db, member, { title: 'A talk', turns: [{ role: 'scratchpad', text }] })
  return (await excerptOfQuote(db, member, transcript.id, { exact })).excerpt.id
}
