import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import type { LabelVoteValue } from '../labelling.ts'
import { labelExcerpt, takeBackLabelVote, voteOnLabel } from '../labellings.server.ts'

/** Does what a form of an excerpt's page says: puts a label on, votes on one, or takes a vote back. */
export async function actOnExcerpt(db: Db, member: Member, excerptId: string, said: Record<string, string>) {
  const { deed, label = '', value } = said
  if (deed === 'label') await labelExcerpt(db, member, excerptId, said)
  else if (value === 'none') await takeBackLabelVote(db, member, excerptId, label)
  else await voteOnLabel(db, member, excerptId, label, value as LabelVoteValue)
}
