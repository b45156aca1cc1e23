import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import type { OwnVotes, Target, Totals } from '#app/features/votes/vote.ts'
import { totalsOf, votesOf } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { voted, votedAnswer } from './post-answer.server.ts'

const own = v.nullable(v.picklist([1, -1]))

export const VoteAnswer = v.object({ ...voted, mine: v.object({ approval: own, agreement: own }) })

/** The totals of a target after a vote, and the member's own votes on it. */
export async function voteAnswer(db: Db, member: Member, target: Target): Promise<v.InferOutput<typeof VoteAnswer>> {
  const totals = (await totalsOf(db, [target])).get(target.id) as Totals
  const mine = (await votesOf(db, member, [target])).get(target.id) as OwnVotes
  return { ...votedAnswer(totals), mine }
}
