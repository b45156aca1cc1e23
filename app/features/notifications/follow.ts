import {
  isSubjectKind,
  type SubjectKind,
  subjectPath,
  type Subject as Threaded,
} from '#app/features/discussion/comment.ts'
import { notFound } from '#app/lib/refusal.ts'

export type FollowableKind = SubjectKind | 'member'

/** What can be followed: people, and whatever has a thread. */
export interface Followable {
  kind: FollowableKind
  id: string
}

/** Reads what an address or form names; kinds that nobody can follow are not found. */
export function followableOf(kind: string, id: string): Followable {
  if (kind !== 'member' && !isSubjectKind(kind)) throw notFound('thing to follow')
  return { kind, id }
}

/** Where something followed is read; of people, the title is their handle. */
export function followedPath({ kind, id, title }: Followable & { title: string }): string {
  return kind === 'member' ? `/members/${title}` : subjectPath({ kind, id } as Threaded)
}
