import { openDatabase } from '#db/open.ts'
import { lineTo } from '../http/load.ts'
import { middle, quantile, rowOf } from '../measure.ts'
import type { Part } from '../site.ts'
import { beside } from './comparing.ts'
import { forumOf } from './forum-site.ts'
import * as queries from './raw-search.queries.server.ts'
import { wordOf } from './words.ts'

const rounds = 5
const searches = 20
/** How frequent the words are that are looked for, by rank: of a hundred words in a comment about one in ten has each. */
const ranks = [60, 200] as const

type Words = readonly [string, string]

/** A search of two words over HTTP, to the index of the engine asked for the same. */
export const searching: Part = {
  name: 'searching',
  async *rows(comments) {
    const { url } = await forumOf(comments)
    const db = openDatabase(url)
    yield* beside(url, async function* ({ served }) {
      const line = lineTo(served.address)
      const ours = (round: number) => timed(round, (words) => line.ask({ path: `/api/v1/search?q=${words.join('+')}` }))
      const theirs = (round: number) => timed(round, (words) => queries.selectBest(db, words))
      await ours(rounds)
      const [times, raw]: [number[][], number[][]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        times.push(await ours(round))
        raw.push(await theirs(round))
      }
      line.close()
      const [all, name] = [times.flat(), 'search of two words, p50, to the raw query']
      const row = rowOf(name, 'ms', times.map(middle), raw.map(middle))
      yield { ...row, p50: quantile(all, 0.5), p99: quantile(all, 0.99) }
    })
    await db.destroy()
  },
}

/** Both are asked for the same words, other ones each round. */
async function timed(round: number, search: (words: Words) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = round * searches; n < (round + 1) * searches; n++) {
    const began = performance.now()
    await search([wordOf(ranks[0] + (n % 70)), wordOf(ranks[1] + (n % 130))])
    times.push(performance.now() - began)
  }
  return times
}
