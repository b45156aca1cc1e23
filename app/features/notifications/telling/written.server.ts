import type { SubjectKind } from '#app/features/discussion/comment.ts'
import { mentionsIn } from '#app/lib/markdown.server.ts'
import type { Db } from '#db/open.ts'
import type { Followable } from '../follow.ts'
import type { About, SourceKind } from '../notification.ts'
import { becauseOf, type Reason } from './reasons.ts'
import * as queries from './tell.queries.server.ts'

/** Something that was done, and who may want to know. */
export interface Tidings {
  /** Whom the news names, where that is not who did it; they are not told. */
  by?: string
  source: { kind: SourceKind; id: string }
  subject: About
  reasons: Reason[]
}

/** Who a comment concerns: whoever it answers, quotes, mentions or cites, and, when it is new, whoever follows its thread. `newAt` says when it was done; null of an edit. */
export async function commentTidings(tx: Db, id: string, newAt: number | null): Promise<Tidings | undefined> {
  const row = await queries.selectComment(tx, id)
  if (!row) return undefined
  const subject = { kind: row.subject_kind as SubjectKind, id: row.subject_id }
  const carried = await carriedBy(tx, { kind: 'comment', id }, row.html, newAt)
  const reasons = newAt !== null ? [...carried, ...(await answeredBy(tx, row, subject))] : carried
  if (newAt !== null) reasons.push(...becauseOf('followed', await queries.selectFollowers(tx, [subject], newAt)))
  return { source: { kind: 'comment', id }, subject, reasons }
}

type CommentRow = NonNullable<Awaited<ReturnType<typeof queries.selectComment>>>

async function answeredBy(tx: Db, row: CommentRow, subject: { kind: SubjectKind; id: string }): Promise<Reason[]> {
  const makers = await queries.selectMakers(tx, subject.kind, subject.id)
  if (row.parent_member_id === null) return becauseOf('reply', makers)
  const answered = becauseOf('reply', [row.parent_member_id])
  const isOfSubject = row.quoted_kind !== null && row.quoted_kind !== 'comment'
  return isOfSubject ? [...answered, ...becauseOf('quote', makers)] : answered
}

/** Who a post concerns: whoever it mentions or cites, and, when it is new, whoever follows its author. */
export async function postTidings(tx: Db, id: string, newAt: number | null): Promise<Tidings | undefined> {
  const row = await queries.selectPost(tx, id)
  if (!row) return undefined
  const source = { kind: 'post' as const, id }
  const reasons = await carriedBy(tx, source, row.html, newAt)
  const author = { kind: 'member' as const, id: row.member_id }
  if (newAt !== null) reasons.push(...becauseOf('followed', await queries.selectFollowers(tx, [author], newAt)))
  return { source, subject: source, reasons }
}

/** What a text says and rests on. An edit may mention or cite somebody anew, but is nothing new for those who follow. */
async function carriedBy(tx: Db, source: { kind: 'post' | 'comment'; id: string }, html: string, newAt: number | null) {
  const mentioned = await queries.selectMembersCalled(tx, mentionsIn(html))
  const evidence = await queries.selectEvidence(tx, source.kind, source.id)
  const owners = evidence.flatMap(({ marked_by, brought_by }) => [marked_by, brought_by])
  const reasons = [...becauseOf('mention', mentioned), ...becauseOf('evidence', owners)]
  if (newAt === null) return reasons
  const argument = await queries.selectArgument(tx, source.kind, source.id)
  const touched: Followable[] = evidence.flatMap(({ label_id, excerpt_id, transcript_id }) => [
    { kind: 'transcript', id: transcript_id },
    { kind: 'excerpt', id: excerpt_id },
    ...(label_id ? [{ kind: 'label' as const, id: label_id }] : []),
  ])
  if (argument) {
    touched.push({ kind: 'claim', id: argument.claim_id }, { kind: 'framing', id: argument.framing_id })
    reasons.push(...becauseOf('followed', await queries.selectMakers(tx, 'claim', argument.claim_id)))
  }
  if (touched.length > 0) reasons.push(...becauseOf('followed', await queries.selectFollowers(tx, touched, newAt)))
  return reasons
}
