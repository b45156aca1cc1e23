import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import type { SubjectKind } from '#app/features/discussion/comment.ts'
import { id } from '#app/lib/validation.ts'

/** Why somebody is told of something, the strongest reason first. */
export const notificationKinds = [
  'invitation',
  'moderation',
  'waiting',
  'reply',
  'quote',
  'evidence',
  'mention',
  'followed',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

export const kindWords: Record<NotificationKind, { label: string; hint: string }> = {
  invitation: { label: 'Invitations', hint: 'to be an author of a post' },
  moderation: { label: 'Moderation', hint: 'of what is yours, and what came of your appeals' },
  waiting: { label: 'What waits for moderators', hint: 'what members flag, and appeals' },
  reply: { label: 'Replies', hint: 'to what you wrote, proposed or brought' },
  quote: { label: 'Quotes', hint: 'of your words, in answers to somebody else' },
  evidence: { label: 'Evidence', hint: 'that is an excerpt of yours, or of a transcript that you brought' },
  mention: { label: 'Mentions', hint: 'of you as @handle' },
  followed: { label: 'Followed', hint: 'people, threads, claims, transcripts, labels and concepts with something new' },
}

/** Of what waits for moderators nobody else is told. */
export const kindsFor = (member: Member) =>
  notificationKinds.filter((kind) => kind !== 'waiting' || mayUse(member, 'moderate'))

export const sourceKinds = [
  ...(['post', 'comment', 'framing', 'claim', 'invitation', 'edit', 'act', 'appeal', 'flag'] as const),
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What something was done about; of what moderators did, the member themselves; of a flag, what is flagged. */
export interface About {
  kind: SubjectKind | 'comment' | 'member'
  id: string
}

export interface Notification {
  id: string
  kind: NotificationKind
  actor: { id: string; handle: string }
  /** What was written. */
  source: { kind: SourceKind; id: string }
  /** What it was written under; of a post, itself. */
  subject: About & { title: string }
  /** Of what moderators did: which act it was. */
  act: string | null
  /** The first words of it. */
  words: string
  createdAt: number
  isRead: boolean
}

/** Where what was written is read. */
export function sourcePath({
  kind,
  source,
  subject,
}: Pick<Notification, 'kind' | 'source'> & { subject: About }): string {
  if (source.kind === 'flag') return `/moderation/${subject.kind}/${subject.id}`
  if (kind === 'waiting') return '/moderation#appeals'
  if (source.kind === 'act' || source.kind === 'appeal') return `/settings/moderation#act-${source.id}`
  if (source.kind === 'edit') return `/${subject.kind}s/${subject.id}/history`
  const isOnSubject = source.kind === 'framing' || source.kind === 'invitation'
  return isOnSubject ? `/${subject.kind}s/${subject.id}` : `/${source.kind}s/${source.id}`
}

const placeWords: Partial<Record<About['kind'], string>> = {
  excerpt: 'words of',
  label: 'the label',
  framing: 'the framing',
  relation: 'the relation',
}

/** What moderators did: before the link, and in it. */
const actWords: Record<string, [deed: string, to: string]> = {
  hidden: ['hid', 'something of yours'],
  restored: ['showed again', 'something of yours'],
  locked: ['locked', 'a thread of yours'],
  opened: ['opened again', 'a thread of yours'],
  warned: ['gave you', 'a warning'],
  suspended: ['suspended', 'your account'],
  released: ['ended', 'your suspension'],
  moved: ['moved', 'a comment of yours'],
}

const wordsOfAct = ({ source, act }: Pick<Notification, 'source' | 'act'>) =>
  source.kind === 'appeal' ? ['answered', 'your appeal'] : (actWords[act ?? ''] ?? ['did', 'something'])

/** What a moderator's deed was done to, as the link to it says. */
export const titleOfAct = (one: Pick<Notification, 'source' | 'act'>) => wordsOfAct(one)[1] as string

/** What waits for a moderator, as the link to it says. */
export function titleOfWaiting({ source, subject }: { source: Notification['source']; subject: About }): string {
  if (source.kind === 'appeal') return 'what a moderator did'
  return subject.kind === 'member' ? 'what they do here' : `a ${subject.kind} of theirs`
}

/** What the actor did, to stand between their handle and the title of the subject. */
export function deedWords(one: Pick<Notification, 'kind' | 'source' | 'subject' | 'act'>): string {
  const { kind, source, subject } = one
  if (kind === 'moderation') return wordsOfAct(one)[0] as string
  if (kind === 'waiting') return source.kind === 'flag' ? 'was flagged for' : 'appeals against'
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
