import { findMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { writtenForModerators } from '#app/features/discussion/hiding/hiding.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { type ThingKind, type ThingRef, thingKinds } from '../flags/flag.ts'
import { mayModerate } from './act.ts'

export interface Thing extends ThingRef {
  authorId: string
  handle: string
  path: string
  /** Its first words; of what is hidden they are for moderators alone. */
  words: string
  isThere: boolean
  /** Its author deleted it: nobody else brings it back. */
  isOwnDeletion: boolean
  subject: Subject | null
}

/** The thing that two parts of an address name. */
export function thingAt(kind: string, id: string): ThingRef {
  if (!(thingKinds as readonly string[]).includes(kind)) throw notFound('thing')
  return { kind: kind as ThingKind, id }
}

/** A thing that can be flagged and moderated. What is not there any more is there for moderators. */
export async function findThing(db: Db, { kind, id }: ThingRef, reader: Member): Promise<Thing> {
  if (kind === 'member') {
    const { handle } = await findMember(db, id)
    const none = { words: '', isThere: true, isOwnDeletion: false, subject: null }
    return { kind, id, authorId: id, handle, path: `/members/${handle}`, ...none }
  }
  const { authorId, title, body, isThere, hiddenBy, subject } = await writtenForModerators(db, kind, id)
  if (!isThere && !mayModerate(reader)) throw notFound(kind)
  const { handle } = await findMember(db, authorId)
  const words = shortened([title, body].filter(Boolean).join(' · '), 600)
  return {
    kind,
    id,
    authorId,
    handle,
    path: `/${kind}s/${id}`,
    words,
    isThere,
    isOwnDeletion: !isThere && hiddenBy === authorId,
    subject,
  }
}
