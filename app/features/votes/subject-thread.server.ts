import type { Member } from '#app/features/accounts/member.ts'
import { type AnyMember, factOf, isAnyMember } from '#app/features/accounts/signing-in/any-member.ts'
import { silencedBy } from '#app/features/accounts/silences.server.ts'
import { thingKey, versionsOf } from '#app/features/activity/activity.server.ts'
import { type Cards, cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import {
  asSeenBy,
  type Comment,
  type NamedSubject,
  type Subject,
  subjectPath,
} from '#app/features/discussion/comment.ts'
import { commentsByIds, findSubject, findThread } from '#app/features/discussion/comments/comments.server.ts'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import type { LinkedCards } from '#app/features/discussion/links/linked-card.ts'
import { cardsInProse } from '#app/features/discussion/links/linked-cards.server.ts'
import { withQuotesIn } from '#app/features/discussion/quotes/quotes.server.ts'
import { type Below, type Folded, fold, mostShown, type Rest } from '#app/features/discussion/threads/folding.ts'
import { type News, newsOf } from '#app/features/discussion/threads/news.ts'
import { lastVisitBefore, noteVisit } from '#app/features/discussion/threads/visits.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { threadFacts, threadFactsName } from './overlay/thread-facts.ts'
import type { Sort } from './ranking.ts'
import { strongestOf } from './strongest/strongest.server.ts'
import { type Outlined, outlineOf, sortOf } from './thread-outline.server.ts'
import type { OwnVotes, Target, Totals } from './vote.ts'
import { votesOf } from './votes.server.ts'

/** What is drawn of a thread: of a long one a part, with what is left out. */
export interface ThreadOnPage {
  subject: NamedSubject
  /** As the subject was before anything else was read: whoever shows this is told of all that came since. */
  version: number
  sort: Sort
  /** The page that it stands on, with its sort. */
  here: string
  /** The beginning after which it goes on, where it does not begin at the start. */
  after: string | null
  commentCount: number
  isLocked: boolean
  comments: Comment[]
  below: Record<string, Below>
  rests: Record<string, Rest>
  news: News | null
  silenced: string[]
  cards: Cards
  linked: LinkedCards
  totals: Record<string, Totals>
  mine: Record<string, OwnVotes>
  reader: Member | null
}

/** The thread under a subject for a page, with its votes and evidence; `?sort=` and `?after=` as the address gives them. */
export async function threadPage(db: Db, subject: Subject, reader: Member | null, query: URLSearchParams) {
  const sort = sortOf(query.get('sort'), 'best')
  const [at, version] = [now(), await versionOf(db, subject)]
  const named = await findSubject(db, subject.kind, subject.id, reader)
  const outline = await outlineOf(db, named, sort)
  const after = outline.some(({ id }) => id === query.get('after')) ? query.get('after') : null
  const here = `${subjectPath(named)}?sort=${sort}`
  const since = await lastVisitBefore(db, reader, named, at)
  const folded = fold(outline, after)
  const thread = await threadOf(db, named, reader, folded, {
    version,
    sort,
    here,
    after,
    ...withNews(outline, folded, since, reader),
  })
  await noteVisit(db, reader, named, at)
  if (isAnyMember(reader)) noteThread(reader, named, outline, folded)
  const strongest = outline.length > mostShown ? await strongestOf(db, named) : []
  return { ...thread, strongest, begun: await answerBegun(db, reader, named) }
}

const deletersOf = ({ facts }: AnyMember) => factOf(facts, 'deleters', () => new Set<string>())

function noteDeleters(reader: AnyMember, comments: readonly Comment[]) {
  for (const { deletion } of comments) if (deletion) deletersOf(reader).add(deletion.authorId)
}

function noteThread(reader: AnyMember, subject: Subject, outline: readonly Outlined[], { shown }: Folded<Outlined>) {
  reader.facts.set(threadFactsName, threadFacts(subject, outline, shown, deletersOf(reader)))
}

function answerBegun(db: Db, reader: Member | null, { kind, id }: Subject) {
  return reader ? beginWriting(db, reader, { doing: 'answer', kind, id, parentId: null }, {}, null) : null
}

/** What is new of the whole thread, with the way to it. */
export function withNews(
  outline: readonly Outlined[],
  { shown }: Folded<Outlined>,
  since: number | null,
  reader: Member | null,
) {
  const ids = new Set(shown.map(({ id }) => id))
  return { news: newsOf(outline, (id) => ids.has(id), since, reader?.id) }
}

type Where = Pick<ThreadOnPage, 'version' | 'sort' | 'here' | 'after' | 'news'>

export async function versionOf(db: Db, subject: Subject): Promise<number> {
  return (await versionsOf(db, [subject])).get(thingKey(subject)) ?? 0
}

/** What is chosen of a thread, with all that is drawn of it. */
export async function threadOf(
  db: Db,
  subject: NamedSubject,
  reader: Member | null,
  { shown, below, rests }: Folded<Outlined>,
  where: Where,
) {
  const targets = shown.map(({ id }): Target => ({ kind: 'comment', id }))
  // As they were when the order was made.
  const totals = shown.map(({ id, approval, agreement }): [string, Totals] => [id, { approval, agreement }])
  const written = await commentsByIds(
    db,
    shown.map(({ id }) => id),
  )
  const comments = (await withQuotesIn(db, 'comment', written)).map((one) => asSeenBy(reader, one))
  if (isAnyMember(reader)) noteDeleters(reader, written)
  const evidence = comments.flatMap((comment) => comment.evidence)
  return {
    subject,
    ...where,
    ...(await findThread(db, subject)),
    comments,
    below: Object.fromEntries(below),
    rests: Object.fromEntries(rests),
    cards: await cardsFor(db, reader, evidence),
    linked: await cardsInProse(
      db,
      reader,
      comments.map(({ html }) => html),
    ),
    totals: Object.fromEntries(totals),
    mine: Object.fromEntries(await votesOf(db, reader, targets)),
    silenced: [...(await silencedBy(db, reader))],
    reader,
  } satisfies ThreadOnPage
}
