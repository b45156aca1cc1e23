import type { Member } from '#app/features/accounts/member.ts'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { type Comment, type Subject, subjectPath } from '#app/features/discussion/comment.ts'
import { findComment, findSubject } from '#app/features/discussion/comments/comments.server.ts'
import { belowOf, type Folded, fold } from '#app/features/discussion/threads/folding.ts'
import { lastVisitBefore } from '#app/features/discussion/threads/visits.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { threadOf, versionOf, withNews } from './subject-thread.server.ts'
import { type Outlined, outlineOf, sortOf } from './thread-outline.server.ts'

/** Where a comment is read: in its thread, if the page of its subject shows it, else in its context. */
export async function addressOf(db: Db, id: string, reader: Member | null = null): Promise<string> {
  const { subject } = await findComment(db, id, reader)
  const { shown } = fold(await outlineOf(db, subject, 'best'))
  const isShown = shown.some((comment) => comment.id === id) && !(await isMerged(db, subject))
  return `${isShown ? subjectPath(subject) : `/comments/${id}/context`}#c-${id}`
}

/** The page of a label or concept that was merged is another's. */
async function isMerged(db: Db, { kind, id }: Subject) {
  if (kind === 'concept') return (await findConcept(db, id)).mergedInto !== null
  return kind === 'label' && (await findLabel(db, id)).mergedInto !== null
}

const mostAbove = 6

/** One comment with the nearest of those it answers above it and what answers it below. */
export async function contextOf(db: Db, id: string, reader: Member | null, query: URLSearchParams) {
  const sort = sortOf(query.get('sort'), 'best')
  const comment = await findComment(db, id, reader)
  const version = await versionOf(db, comment.subject)
  const subject = await findSubject(db, comment.subject.kind, comment.subject.id, reader)
  const outline = await outlineOf(db, subject, sort)
  const above = answeredBy(outline, comment)
  const nearest = above.slice(-mostAbove)
  const after = outline.some((one) => one.id === query.get('after')) ? query.get('after') : null
  const folded = foldBelow(outline, nearest, id, after)
  const since = await lastVisitBefore(db, reader, subject, now())
  const where = {
    version,
    sort,
    here: `/comments/${id}/context?sort=${sort}`,
    after,
    ...withNews(outline, folded, since, reader),
  }
  return {
    comment,
    /** The furthest that is shown and how many are above it. */
    further: { id: nearest[0]?.id ?? id, count: above.length - nearest.length },
    thread: await threadOf(db, subject, reader, folded, where),
  }
}

/** What a comment answers, up to the beginning, which is first. */
function answeredBy(outline: readonly Outlined[], comment: Comment): Outlined[] {
  const byId = new Map(outline.map((one) => [one.id, one]))
  const above: Outlined[] = []
  for (let at = byId.get(comment.parentId ?? ''); at; at = byId.get(at.parentId ?? '')) above.push(at)
  return above.reverse()
}

/** Folds what is below a comment; it and those above it stand before that. */
function foldBelow(outline: Outlined[], above: Outlined[], id: string, after: string | null): Folded<Outlined> {
  const at = outline.findIndex((one) => one.id === id)
  const focus = outline[at] as Outlined
  const whole = belowOf(outline)
  const count = whole.get(id)?.count ?? 0
  const { shown, rests } = fold(outline.slice(at + 1, at + 1 + count), after)
  const rest = rests.get('')
  rests.delete('')
  if (rest) rests.set(id, rest)
  return { shown: [...above, focus, ...shown], below: whole, rests }
}
