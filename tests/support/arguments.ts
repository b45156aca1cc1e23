import type { Member } from '#app/features/accounts/member.ts'
import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { BearingDraft, EvidenceDraft } from '#app/features/discussion/bearing.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { askedArguments } from '#app/features/opinions/arguments/asked-arguments.ts'
import { argumentsOn } from '#app/features/opinions/arguments/list-arguments.server.ts'
import type { Sight } from '#app/features/opinions/arguments/stand-arguments.server.ts'
import type { RatingRunner } from '#app/features/opinions/ratings/rating-runner.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'

/** A runner that nobody needs to wait for: it does nothing. */
const noRatings = { ask() {} } as unknown as RatingRunner

/** As a visitor sees arguments. */
export const openSight = (db: Db): Sight => ({ db, ratings: noRatings, shownOn: async (ids) => new Set(ids) })

type About = Partial<BearingDraft> & { evidence?: EvidenceDraft[] }

/** A comment on the claim that argues for its first framing, or about what is said; its id. */
export async function argue(db: Db, author: Member, claim: Claim, body: string, about: About = {}): Promise<string> {
  const { evidence, ...bearing } = about
  const framingId = claim.framings[0]?.id as string
  const subject = { kind: 'claim' as const, id: claim.id }
  const said = { body, evidence, bearing: { claimId: claim.id, framingId, direction: 'for' as const, ...bearing } }
  return (await reply(db, author, subject, said)).id
}

/** Casts ballots on a claim's first framing, or another cell. */
export async function judge(db: Db, members: readonly Member[], claim: Claim, verdict: BallotVerdict, at = 0) {
  const cell = {
    claimId: claim.id,
    standpointId: claim.standpoints[at]?.id as string,
    framingId: claim.framings[0]?.id as string,
  }
  for (const member of members) await castBallot(db, member, cell, verdict)
}

/** Votes on a comment: so many of the members approve, the rest do not. */
export async function approve(db: Db, members: readonly Member[], id: string, approving = members.length) {
  for (const [n, member] of members.entries())
    await vote(db, member, { kind: 'comment', id }, 'approval', n < approving ? 1 : -1)
}

/** The arguments on a claim, asked for as an address asks. */
export async function listed(db: Db, claim: Claim, query = '', limit = 50) {
  const asked = askedArguments(new URLSearchParams(query), claim, 'strongest')
  return argumentsOn(openSight(db), claim, asked, { limit, after: null })
}
