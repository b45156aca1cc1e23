import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { dayMs } from '#app/lib/clock.ts'
import { id, text } from '#app/lib/validation.ts'
import { type Author, type Bearing, BearingDraft, type Evidence, EvidenceList } from './bearing.ts'
import { mostBody } from './post.ts'
import { type Quote, QuoteDraft } from './quotes/quote.ts'

export const subjectKinds = [
  'post',
  'claim',
  'framing',
  'transcript',
  'excerpt',
  'label',
  'concept',
  'relation',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What a thread is under. */
export interface Subject {
  kind: SubjectKind
  id: string
}

/** A subject with what pages call it by. */
export interface NamedSubject extends Subject {
  title: string
  isDeleted: boolean
  /** A post that is there for its authors alone: its thread rests. */
  isPrivate: boolean
}

export function isSubjectKind(kind: string): kind is SubjectKind {
  return (subjectKinds as readonly string[]).includes(kind)
}

/** Where the thread under a subject is read. */
export function subjectPath({ kind, id }: Subject): string {
  return `/${kind}s/${id}`
}

const Body = v.pipe(
  text(mostBody),
  v.check((value) => value.trim() !== '', 'This may not be empty.'),
)

export const CommentDraft = v.object({
  body: Body,
  parentId: v.nullish(id),
  quote: v.nullish(QuoteDraft),
  evidence: v.nullish(EvidenceList, []),
  bearing: v.nullish(BearingDraft),
})
export type CommentDraft = v.InferInput<typeof CommentDraft>

/** A change of a comment: what is left out stays; null takes the bearing away. */
export const CommentChange = v.object({
  body: v.optional(Body),
  evidence: v.optional(EvidenceList),
  bearing: v.nullish(BearingDraft),
  revision: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.description('The revision that it began from; where that is not the newest, 409.'),
    ),
  ),
})
export type CommentChange = v.InferInput<typeof CommentChange>

export interface Comment {
  id: string
  subject: Subject
  parentId: string | null
  depth: number
  body: string
  html: string
  quote: Quote | null
  revision: number
  author: Author
  createdAt: number
  editedAt: number | null
  isDeleted: boolean
  deletion: Deletion | null
  /** Of a line that stands where a comment was: that comment, which was moved. */
  movedTo: string | null
  evidence: Evidence[]
  bearing: Bearing | null
}

/** Who deleted what a member wrote, and when. Not for showing: it is what restoring asks. */
export interface Deletion {
  at: number
  authorId: string
  byId: string | null
}

/** So long who deleted their own can bring it back. */
export const daysToRestore = 30

/** Who deleted a comment of their own may bring it back for 30 days. What a moderator deleted stays so. */
export function mayRestore(member: Member | null, deletion: Deletion | null, at: number): boolean {
  if (!member || !deletion || deletion.authorId !== member.id || deletion.byId !== member.id) return false
  return at < deletion.at + daysToRestore * dayMs
}

/** Who wrote what was deleted is for nobody else to know: what a loader gives is one slip away from a page. */
export function asSeenBy(reader: Member | null, comment: Comment): Comment {
  return comment.deletion && comment.deletion.authorId !== reader?.id ? { ...comment, deletion: null } : comment
}

/** What somebody is about to answer. */
export interface Answered {
  subject: NamedSubject
  parent: Comment | null
  lacksParent: boolean
}
