import * as v from 'valibot'
import type { SubjectKind } from '#app/features/discussion/comment.ts'
import { id } from '#app/lib/validation.ts'

/** Why somebody is told of something, the strongest reason first. */
export const notificationKinds = ['invitation', 'reply', 'quote', 'evidence', 'mention', 'followed'] as const
export type NotificationKind = (typeof notificationKinds)[number]

export const kindWords: Record<NotificationKind, { label: string; hint: string }> = {
  invitation: { label: 'Invitations', hint: 'to be an author of a post' },
  reply: { label: 'Replies', hint: 'to what you wrote, proposed or brought' },
  quote: { label: 'Quotes', hint: 'of your words, in answers to somebody else' },
  evidence: { label: 'Evidence', hint: 'that is an excerpt of yours, or of a transcript that you brought' },
  mention: { label: 'Mentions', hint: 'of you as @handle' },
  followed: { label: 'Followed', hint: 'people, threads, claims, transcripts, labels and concepts with something new' },
}

export const sourceKinds = ['post', 'comment', 'framing', 'claim', 'invitation', 'edit'] as const
export type SourceKind = (typeof sourceKinds)[number]

export interface Notification {
  id: string
  kind: NotificationKind
  actor: { id: string; handle: string }
  /** What was written. */
  source: { kind: SourceKind; id: string }
  /** What it was written under; of a post, itself. */
  subject: { kind: SubjectKind; id: string; title: string }
  /** The first words of it. */
  words: string
  createdAt: number
  isRead: boolean
}

/** Where what was written is read. */
export function sourcePath({
  source,
  subject,
}: {
  source: Notification['source']
  subject: { kind: SubjectKind; id: string }
}): string {
  if (source.kind === 'edit') return `/${subject.kind}s/${subject.id}/history`
  const isOnSubject = source.kind === 'framing' || source.kind === 'invitation'
  return isOnSubject ? `/${subject.kind}s/${subject.id}` : `/${source.kind}s/${source.id}`
}

const placeWords: Partial<Record<SubjectKind, string>> = {
  excerpt: 'words of',
  label: 'the label',
  framing: 'the framing',
  relation: 'the relation',
}

/** What the actor did, to stand between their handle and the title of the subject. */
export function deedWords({ kind, source, subject }: Pick<Notification, 'kind' | 'source' | 'subject'>): string {
  if (source.kind === 'edit') return 'edited'
  if (source.kind === 'framing') return 'proposed a framing of'
  if (source.kind === 'claim') return 'proposed the claim'
  if (kind === 'invitation') return 'asks you to be an author of'
  const under = placeWords[subject.kind] ? ` ${placeWords[subject.kind]}` : ''
  const where = source.kind === 'post' ? 'in' : `under${under}`
  if (kind === 'reply') return `answered you ${where}`
  if (kind === 'quote') return `quoted you ${where}`
  if (kind === 'evidence') return `cited words that you brought or marked, ${where}`
  if (kind === 'mention') return `mentioned you ${where}`
  return source.kind === 'post' ? 'posted' : `commented ${where}`
}

export const mostMarked = 200

/** Which notifications become read: those named, or all up to now. */
export const ReadDraft = v.pipe(
  v.object({
    ids: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(mostMarked))),
    all: v.optional(v.literal(true)),
  }),
  v.check(({ ids, all }) => (ids === undefined) !== (all === undefined), 'Give either ids or all: true.'),
)
