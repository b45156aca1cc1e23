import type { Member } from '#app/features/accounts/member.ts'
import type { MovedBy } from '#app/features/ballots/ballot.ts'
import { judgeByForm } from '#app/features/ballots/ballots.server.ts'
import { chooseOn, putOffInvitations } from '#app/features/ballots/voting/choices.server.ts'
import type { Mover } from '#app/features/ballots/voting/mover.ts'
import { lookEarly } from '#app/features/ballots/voting/saying-first.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { movedByOf } from './moved-by.ts'
import * as queries from './moving.queries.server.ts'

const mostComments = 30
const mostExcerpts = 20
const mostWords = 80

/** What a member may have been moved by on a claim: the newest arguments, and the words that arguments cite. */
export async function moversOn(db: Db, claimId: string): Promise<Mover[]> {
  const comments = await queries.selectArguingComments(db, claimId, mostComments)
  const excerpts = await queries.selectCitedExcerpts(db, claimId, mostExcerpts)
  return [
    ...comments.map(({ id, handle, html }) => ({
      value: `comment.${id}`,
      words: `${handle}: ${shortened(firstWordsOf(html), mostWords)}`,
    })),
    ...excerpts.map(({ id, exact }) => ({ value: `excerpt.${id}`, words: `“${shortened(exact, mostWords)}”` })),
  ]
}

/** Refuses what is not there, or not there for this reader, by the field that names it. */
export async function checkMovedBy(
  db: Db,
  reader: Member,
  movedBy: MovedBy | null | undefined,
  field = 'movedBy.id',
): Promise<void> {
  if (!movedBy) return
  const { type, id } = movedBy
  const finding = type === 'comment' ? findComment(db, id, reader) : findExcerptFacts(db, id)
  await finding.catch((error) => {
    throw isRefusal(error) ? invalid({ [field]: `There is no such ${type}.` }) : error
  })
}

/** Does what a form of a claim's page says. Answers where on the page it shows. */
export async function actOnClaim(db: Db, member: Member, claimId: string, said: Record<string, string>) {
  const { intent } = said
  if (intent === 'show' || intent === 'fold') {
    await lookEarly(db, member, intent === 'show')
    return '#standing'
  }
  if (intent === 'choose') {
    await chooseOn(db, member, claimId, said)
    return '?own=open#own-ballots'
  }
  if (intent === 'put-off') {
    await putOffInvitations(db, member, claimId)
    return '#question'
  }
  const movedBy = movedByOf(said)
  await checkMovedBy(db, member, movedBy, 'movedByLink')
  return judgeByForm(db, member, claimId, said, movedBy)
}
