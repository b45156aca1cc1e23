import type { Claim } from '#app/features/claims/claim.ts'
import { campsOf } from '#app/features/opinions/runs/runs.server.ts'
import type { Running } from '../server.ts'
import { addMembers, caseOf, castMany } from './many-ballots.server.ts'
import { quantile, rowAgainst, rowOf, timesOf } from './measure.ts'
import { onSite } from './site.ts'

const [standpoints, framings] = [10, 20]
const members = 20_000
const like = 'camper'
const runs = 2
const longest = 20_000
const mostMemory = 1000

/** Camps of 20,000 members by 200 cells, in their thread, to the 20 s they may take; and a page's p99 meanwhile, to that without. */
export const camps = onSite<Claim>({
  name: 'camps',
  async fill(db) {
    const claim = await caseOf(db, 'camps', standpoints, framings)
    await addMembers(db, like, members)
    await castMany(db, like, [{ claim, members }])
    return claim
  },
  async rows(running, claim) {
    const page = `${running.address}/claims`
    await timesOf(page, 20)
    const idle = await timesOf(page, 300)
    const beside = []
    for (let run = 0; run < runs; run++) beside.push(await pagesBeside(running, claim.id, page))
    const p99 = (times: readonly number[]) => quantile(times, 0.99)
    return [
      rowAgainst(
        'camps of 20,000 members by 200 cells, to 20 s',
        'ms',
        beside.map(({ took }) => took),
        longest,
      ),
      rowAgainst(
        'memory of the server with that thread, to 1 GB',
        'MB',
        beside.map(({ memory }) => memory),
        mostMemory,
      ),
      rowOf(
        'p99 of a page meanwhile, to that while idle',
        'ms',
        beside.map(({ times }) => p99(times)),
        beside.map(() => p99(idle)),
      ),
    ]
  },
})

/** Asks for a page again and again until the camps are there. */
async function pagesBeside({ camps, db }: Running, claimId: string, page: string) {
  const began = performance.now()
  const [times, memory]: [number[], number[]] = [[], []]
  let took = 0
  camps.ask(claimId, 'own')
  const over = camps.idle().then(() => {
    took = performance.now() - began
  })
  while (took === 0) {
    times.push(...(await timesOf(page, 10)))
    memory.push(process.memoryUsage().rss / 1e6)
  }
  await over
  // A run that failed is only logged: without an answer its time says nothing.
  if ((await campsOf(db, camps, claimId, 'own')).status !== 'ok') throw new Error('the planted camps were not found')
  return { took, times, memory: Math.max(...memory) }
}
