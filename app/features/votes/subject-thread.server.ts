import type { Member } from '#app/features/accounts/member.ts'
import { thingKey, versionsOf } from '#app/features/activity/activity.server.ts'
import { type Cards, cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import type { Comment, NamedSubject, Subject } from '#app/features/discussion/comment.ts'
import { commentsOn, findSubject, findThread } from '#app/features/discussion/comments/comments.server.ts'
import { inReadingOrder } from '#app/features/discussion/threads/thread.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { comparisons, type Sort, sorts } from './ranking.ts'
import type { OwnVotes, Target, Totals } from './vote.ts'
import { totalsOf, votesOf } from './votes.server.ts'

/** Reads `?sort=`; what is none of the sorts is refused. */
export function sortOf(given: string | null, usual: Sort = 'old'): Sort {
  const sort = sorts.find((one) => one === (given ?? usual))
  if (!sort) throw invalid({ sort: `A sort is one of ${sorts.join(', ')}.` })
  return sort
}

/** All comments under a subject in reading order, replies to the same one by the sort. */
export async function commentsInOrder(db: Db, subject: Subject, sort: Sort): Promise<Comment[]> {
  return (await withTotals(db, subject, sort)).comments
}

const targetsOf = (comments: readonly Comment[]) => comments.map(({ id }): Target => ({ kind: 'comment', id }))

async function withTotals(db: Db, subject: Subject, sort: Sort) {
  const all = await commentsOn(db, subject)
  const totals = await totalsOf(db, targetsOf(all))
  const ranked = all.map((comment) => ({ ...comment, approval: (totals.get(comment.id) as Totals).approval }))
  return { comments: inReadingOrder(ranked, comparisons[sort]) as Comment[], totals }
}

/** What `<SubjectThread>` draws. */
export interface ThreadOnPage {
  subject: NamedSubject
  /** As the subject was before anything else was read: whoever shows this is told of all that came since. */
  version: number
  sort: Sort
  commentCount: number
  isLocked: boolean
  comments: Comment[]
  cards: Cards
  totals: Record<string, Totals>
  mine: Record<string, OwnVotes>
  reader: Member | null
}

/** The thread under a subject for a page, with its votes and evidence; `sort` as the address gives it. */
export async function threadPage(db: Db, subject: Subject, reader: Member | null, sort: string | null) {
  const order = sortOf(sort, 'best')
  const version = (await versionsOf(db, [subject])).get(thingKey(subject)) ?? 0
  const named = await findSubject(db, subject.kind, subject.id)
  const { comments, totals } = await withTotals(db, named, order)
  const mine = await votesOf(db, reader, targetsOf(comments))
  return {
    subject: named,
    version,
    sort: order,
    ...(await findThread(db, named)),
    comments,
    cards: await cardsFor(
      db,
      reader,
      comments.flatMap(({ evidence }) => evidence),
    ),
    totals: Object.fromEntries(totals),
    mine: Object.fromEntries(mine),
    reader,
  } satisfies ThreadOnPage
}
