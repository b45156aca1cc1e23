import { renderToStaticMarkup } from 'react-dom/server'
import { claimsNoted, claimsSaidOn } from '#app/features/ballots/voting/saying-first.server.ts'
import type { NamedSubject } from '#app/features/discussion/comment.ts'
import { AnswerForm, answerId } from '#app/features/discussion/drafts/answer-form.tsx'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { NewsLine, newsId } from '#app/features/discussion/threads/fold-line.tsx'
import type { Followable } from '#app/features/notifications/follow.ts'
import { FollowButton, followId } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { unreadCount } from '#app/features/notifications/notifications.server.ts'
import { type ThreadFacts, threadFactsName } from '#app/features/votes/overlay/thread-facts.ts'
import { threadOverlay } from '#app/features/votes/overlay/thread-overlay.server.ts'
import type { Overlaid } from '#app/ui/overlaid.ts'
import { Who, whoId } from '#app/ui/page.tsx'
import type { Overlay, Overlaying } from './overlay.ts'
import { ownersNoted } from './owners.ts'

/** The overlay of a page with a thread on it, or none. */
export const pageOverlay: Overlay = async (asked) => {
  const { db, member, facts } = asked
  if (ownersNoted(facts).has(member.id)) return undefined
  // Who has said shows more of a claim than who has not.
  const claims = claimsNoted(facts)
  if (claims.size > 0 && (await claimsSaidOn(db, member, [...claims])).size > 0) return undefined
  const thread = facts.get(threadFactsName) as ThreadFacts | undefined
  const parts = { [whoId]: await whoHtml(asked) }
  if (!thread) return { parts, pressed: [], mine: [], next: {} }
  const found = await threadOverlay(db, member, thread)
  if (!found) return undefined
  const news: Overlaid['parts'] = {}
  if (found.news) news[newsId] = renderToStaticMarkup(<NewsLine news={found.news} />)
  return { ...found.laid, parts: { ...parts, ...news, ...(await threadParts(asked, thread.subject)) } }
}

async function whoHtml({ db, member, fragments, path }: Overlaying): Promise<string> {
  const unread = await unreadCount(db, member)
  const html = fragments.of('who', member.handle, { unread, path }, (handle, shown) =>
    renderToStaticMarkup(<Who handle={handle} {...shown} />),
  )
  return html.toString()
}

/** What a member follows, and began to answer. */
async function threadParts({ db, member }: Overlaying, { kind, id }: ThreadFacts['subject']) {
  const parts: Overlaid['parts'] = {}
  const subject = { kind, id } as Followable & NamedSubject
  if (await isFollowing(db, member, subject))
    parts[followId(subject)] = renderToStaticMarkup(<FollowButton subject={subject} isFollowed />)
  const begun = await beginWriting(db, member, { doing: 'answer', kind, id, parentId: null }, {}, null)
  if (begun.draft.savedAt !== null) parts[answerId] = renderToStaticMarkup(<AnswerForm begun={begun} />)
  return parts
}
