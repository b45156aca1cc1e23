import type { Member } from '#app/features/accounts/member.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Db } from '#db/open.ts'

/** Everybody judges every cell: members of the first half hold for the first framing and against the second, the others the other way round; a tenth of the cells are unsure. */
export async function castInTwoCamps(db: Db, members: readonly Member[], claim: Claim) {
  for (const [m, member] of members.entries())
    for (const [f, framing] of claim.framings.entries())
      for (const [s, standpoint] of claim.standpoints.entries()) {
        const side = (f + Number(m >= members.length / 2)) % 2 === 0 ? 'fits' : 'misfits'
        const verdict = (m * 7 + f * 3 + s) % 10 === 0 ? 'unsure' : side
        await castBallot(db, member, { claimId: claim.id, standpointId: standpoint.id, framingId: framing.id }, verdict)
      }
}
