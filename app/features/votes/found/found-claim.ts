import type { Tally } from '#app/features/ballots/tally.ts'
import { standingWords } from '#app/features/ballots/tally-words.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { textIn } from '#app/lib/html-text.ts'
import type { DrawnThread } from '../drawn-thread.server.tsx'
import { postingOf } from './posting.ts'

interface Shown {
  claim: Claim
  tally: Tally
  thread: Pick<DrawnThread, 'said' | 'commentCount'>
}

/** What others are told of a claim: where people stand on it. */
export function foundClaim({ claim, tally, thread }: Shown, origin: string) {
  const [path, headline] = [`/claims/${claim.id}`, claim.statement]
  const written = { authors: [claim.author.handle], at: claim.createdAt, editedAt: null }
  const said = { comments: thread.said ?? [], commentCount: thread.commentCount }
  const posting = { path, headline, text: textIn(claim.contextHtml), ...written, ...said }
  const description = standingWords(claim, tally)
  return {
    title: headline,
    description,
    kind: 'article' as const,
    picture: { path: `${path}/picture.png`, alt: `Where people stand on “${headline}”. ${description}` },
    more: thread.said ? [{ 'script:ld+json': postingOf(posting, origin) }] : [],
  }
}
