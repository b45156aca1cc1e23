import type { Db } from '#db/open.ts'
import type { Running } from '../server.ts'
import { caseOf, castMany, countAnew } from './many-ballots.server.ts'
import { alternating, type BenchRow, middle, quantile, rowOf, timesOf } from './measure.ts'

const standpoints = 3
const framings = 17
const [campStandpoints, campFramings] = [10, 20]
const many = 20_000
const few = 20

/** Three cases: with 1,000,000 ballots, with 1,000, and with 20,000 members by 200 cells. */
export async function castBallots(db: Db) {
  const large = await caseOf(db, 'large', standpoints, framings)
  const small = await caseOf(db, 'small', standpoints, framings)
  const forCamps = await caseOf(db, 'camps', campStandpoints, campFramings)
  await castMany(db, large, many)
  await castMany(db, small, few)
  await castMany(db, forCamps, many)
  await countAnew(db)
  return { large, small, forCamps }
}

type Cases = Awaited<ReturnType<typeof castBallots>>

/** A tally after 1,000,000 ballots on one claim, to one after 1,000. */
export async function tallyRow({ address }: Running, { large, small }: Cases): Promise<BenchRow> {
  const timeOf = (id: string) => async () => middle(await timesOf(`${address}/api/v1/claims/${id}/tally`, 100))
  return alternating('tally after 1,000,000 ballots, to after 1,000', 'ms', timeOf(large.id), timeOf(small.id))
}

const longest = 20_000

/** Camps of 20,000 members by 200 cells, in their thread, to the 20 s they may take; and a page's p99 meanwhile, to that without. */
export async function campRows({ camps, address }: Running, { forCamps }: Cases): Promise<BenchRow[]> {
  const page = `${address}/claims`
  const idle = await timesOf(page, 200)
  const [times, meanwhile, memory]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < 2; run++) {
    let isOver = false
    const began = performance.now()
    camps.ask(forCamps.id, 'own')
    const over = camps.idle().then(() => {
      isOver = true
      times.push(performance.now() - began)
    })
    while (!isOver) {
      meanwhile.push(...(await timesOf(page, 10)))
      memory.push(process.memoryUsage().rss / 1e6)
    }
    await over
  }
  const p99 = (values: readonly number[]) => quantile(values, 0.99)
  return [
    rowOf(
      'camps of 20,000 members by 200 cells, to 20 s',
      'ms',
      times,
      times.map(() => longest),
    ),
    rowOf('memory of the server with that thread, to 1 GB', 'MB', [Math.max(...memory)], [1000]),
    rowOf('p99 of a page meanwhile, to that while idle', 'ms', [p99(meanwhile)], [p99(idle)]),
  ]
}
