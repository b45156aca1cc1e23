import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import { helpfulOnly } from '#tests/support/claims.ts'

export interface Writer {
  member: Member
  token: string
}

/** Where everybody writes at once: a post, a claim and marked words, and who writes. */
export interface Place {
  post: string
  claim: { id: string; standpoints: string[]; framings: string[] }
  excerpt: string
  label: string
  writers: Writer[]
}

export async function placeFor(db: Db, count: number): Promise<Place> {
  const host = await addWithoutPassword(db, 'host')
  const claim = await proposeClaim(db, host, helpfulOnly)
  const turns = [{ role: 'user' as const, speaker: null, text: 'The words that matter stand here.' }]
  const { transcript } = await addTranscript(db, host, { turns })
  const { excerpt } = await excerptOfQuote(db, host, transcript.id, { exact: 'words that matter' })
  const writers: Writer[] = []
  for (let n = 0; n < count; n++) {
    const member = await addWithoutPassword(db, `writer-${n}`)
    writers.push({ member, token: await addToken(db, member, 'load') })
  }
  return {
    post: (await writePost(db, host, { title: 'Where they write', body: 'Words.' })).id,
    claim: {
      id: claim.id,
      standpoints: claim.standpoints.map(({ id }) => id),
      framings: claim.framings.map(({ id }) => id),
    },
    excerpt: excerpt.id,
    label: (await proposeLabel(db, host, { name: 'feint' })).label.id,
    writers,
  }
}
