import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Db } from '#db/open.ts'
import { addMembers, caseOf, castMany, proveCounters } from './many-ballots.server.ts'
import { compare, middle, timesOf } from './measure.ts'
import { onSite } from './site.ts'

const [standpoints, framings] = [3, 17]
const [many, few] = [20_000, 20]
const like = 'judge'

interface Filled {
  large: Claim
  small: Claim
}

/** A tally after 1,000,000 ballots on one claim, to one after 1,000: as it is read again and again, and right after a ballot. */
export const tallies = onSite<Filled>({
  name: 'tallies',
  async fill(db) {
    const [large, small] = [
      await caseOf(db, 'large', standpoints, framings),
      await caseOf(db, 'small', standpoints, framings),
    ]
    await addMembers(db, like, many)
    const cast = [
      { claim: large, members: many },
      { claim: small, members: few },
    ]
    await castMany(db, like, cast)
    await proveCounters(db)
    return { large, small }
  },
  async rows({ db, address }, { large, small }) {
    const read = (claim: Claim) => async () => middle(await timesOf(tallyAt(address, claim), 100))
    const readAfter = async (claim: Claim) => {
      const changeMind = await changingMind(db, claim)
      return async () => middle(await timesOf(tallyAt(address, claim), 30, changeMind))
    }
    const rows = [
      await compare({
        name: 'tally after 1,000,000 ballots, to after 1,000',
        unit: 'ms',
        measure: read(large),
        reference: read(small),
      }),
      await compare({
        name: 'tally right after a ballot, of 1,000,000 to of 1,000',
        unit: 'ms',
        measure: await readAfter(large),
        reference: await readAfter(small),
      }),
    ]
    await proveCounters(db)
    return rows
  },
})

const tallyAt = (address: string, { id }: Claim) => `${address}/api/v1/claims/${id}/tally`

const verdicts: BallotVerdict[] = ['fits', 'partly', 'misfits']

/** A member who judges one framing from every standpoint, and otherwise each time. */
async function changingMind(db: Db, { id, standpoints, framings }: Claim) {
  const member = await addWithoutPassword(db, `changes-${id}`)
  const cells = standpoints.map((standpoint) => ({
    claimId: id,
    standpointId: standpoint.id,
    framingId: framings[0]?.id ?? '',
  }))
  for (const cell of cells) await castBallot(db, member, cell, 'unsure')
  let turn = 0
  return async () => {
    const [cell, verdict] = [cells[turn % cells.length], verdicts[Math.floor(turn / cells.length) % verdicts.length]]
    if (cell && verdict) await castBallot(db, member, cell, verdict)
    turn++
  }
}
