import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import { targetOf } from './vote.ts'
import { takeBackVote, vote } from './votes.server.ts'

/** Does what one of the buttons was pressed for: a vote, or taking it back. */
export async function voteAsked(db: Db, member: Member, fields: Record<string, string | undefined>): Promise<void> {
  const { target, axis } = targetOf(fields.kind ?? '', fields.id ?? '', fields.axis ?? '')
  if (fields.value === '1' || fields.value === '-1') await vote(db, member, target, axis, fields.value === '1' ? 1 : -1)
  else await takeBackVote(db, member, target, axis)
}
