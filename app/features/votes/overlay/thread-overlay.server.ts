import type { Member } from '#app/features/accounts/member.ts'
import { silencedBy } from '#app/features/accounts/silences.server.ts'
import { newsOf } from '#app/features/discussion/threads/news.ts'
import { lastVisitBefore, noteVisit } from '#app/features/discussion/threads/visits.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Overlaid } from '#app/ui/overlaid.ts'
import type { Db } from '#db/open.ts'
import { pressedId, type Target } from '../vote.ts'
import type { ThreadFacts } from './thread-facts.ts'
import * as queries from './thread-overlay.queries.server.ts'

/** What is a member's own of a thread that is drawn for any member, and the visit noted; undefined where more differs than is laid over. */
export async function threadOverlay(db: Db, member: Member, thread: ThreadFacts) {
  if (thread.deleters.has(member.id)) return undefined
  for (const id of await silencedBy(db, member)) if (thread.byAuthor.has(id)) return undefined
  const { subject, outline, shown, newestAt } = thread
  const at = now()
  const since = await lastVisitBefore(db, member, subject, at)
  await noteVisit(db, member, subject, at)
  const isNews = since !== null && newestAt > since
  const news = isNews ? newsOf(outline, (id) => shown.has(id), since, member.id) : null
  const laid: Pick<Overlaid, 'pressed' | 'mine' | 'next'> = {
    pressed: await pressedBy(db, member, thread),
    mine: [...(thread.byAuthor.get(member.id) ?? [])],
    next: news?.next ?? {},
  }
  return { laid, news }
}

const mostBetween = 400

/** The buttons of the member's own votes on what is drawn. */
async function pressedBy(db: Db, { id: memberId }: Member, { subject, shown, ends: [first, last] }: ThreadFacts) {
  const range = { memberId, first, last, most: mostBetween }
  const near = shown.size === 0 ? [] : await queries.selectOwnBetween(db, range)
  const votes = near.length < mostBetween ? near : await queries.selectOwnOn(db, memberId, [...shown])
  const pressed = votes.filter((vote) => shown.has(vote.target_id)).map(buttonOf('comment'))
  if (subject.kind !== 'post') return pressed
  const onIt = await queries.selectOwnOnPost(db, memberId, subject.id)
  return [...pressed, ...onIt.map(buttonOf('post'))]
}

const buttonOf =
  (kind: Target['kind']) =>
  ({ target_id: id, axis, value }: { target_id: string; axis: string; value: number }) =>
    pressedId({ kind, id }, axis, value)
