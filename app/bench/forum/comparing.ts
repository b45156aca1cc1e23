import { type Asked, type Load, load } from '../http/load.ts'
import { type Bare, type Served, sentBy, serve, serveBare } from '../http/processes.ts'
import { type BenchRow, quantile, rowOf } from '../measure.ts'

export type Asking = (n: number) => readonly Asked[]

const rounds = 5
const warmUp = 300

/** Requests a second on one side and on the other in alternating rounds, with the times of the first. */
export async function compareLoads(
  name: string,
  measure: () => Promise<Load>,
  reference: () => Promise<Load>,
): Promise<BenchRow> {
  const [ours, theirs]: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure())
    theirs.push(await reference())
  }
  const rates = (loads: Load[]) => loads.map(({ perSecond }) => perSecond)
  const times = ours.flatMap((load) => load.times)
  return {
    ...rowOf(name, 'requests/s', rates(ours), rates(theirs)),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

export interface Sides {
  served: Served
  bare: Bare
}

/** The production server on a database and a bare one, each in a process of its own, while `work` goes on. */
export async function* beside<Made>(url: string, work: (sides: Sides) => AsyncIterable<Made>): AsyncIterable<Made> {
  const [served, bare] = [await serve(url), await serveBare()]
  try {
    yield* work({ served, bare })
  } finally {
    await Promise.all([served.stop(), bare.stop()])
  }
}

interface PageRow {
  name: string
  path: string
  headers?: Record<string, string>
  /** What is asked of the site for each page, where it is more than the page. */
  ask?: Asking
}

export const asBrowsersDo = { 'accept-encoding': 'br, gzip' }

/** A page, against a bare server that sends the same bytes. */
export async function pageRow(sides: Sides, { name, path, headers = {}, ask }: PageRow): Promise<BenchRow> {
  const all = { ...asBrowsersDo, ...headers }
  await sides.bare.take(await sentBy(sides.served.address, path, all))
  const plain: Asking = () => [{ path, headers: all }]
  return sameAsked(sides, name, ask ?? plain, plain)
}

/** The site and the bare server, asked in turn. */
export async function sameAsked({ served, bare }: Sides, name: string, ask: Asking, ofBare = ask): Promise<BenchRow> {
  const [ours, theirs] = [() => load(served.address, ask), () => load(bare.address, ofBare)]
  await load(served.address, ask, { during: warmUp })
  await load(bare.address, ofBare, { during: warmUp })
  return compareLoads(name, ours, theirs)
}
