import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { type Db, type Engine, openDatabase } from '#db/open.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { startSite } from '#tests/support/site.ts'
import { halfBrought, inTheMidst, notWhole } from './kill/imports.ts'
import { Ledger, saidIn } from './kill/ledger.ts'
import { type Load, sendAgain, startLoad } from './kill/load.ts'
import { placeFor } from './kill/place.ts'
import { anHour, roundsOf } from './rounds.ts'
import { type ServerProcess, serveOn } from './server-process.ts'

const { rounds, isLong, random, say } = roundsOf(1, 100)
const fewestWrites = isLong ? 40 : 20
const mostLoadMs = 400

const commentsIn = (db: Db, subject: string) =>
  db.selectFrom('comments').select(['id', 'body']).where('subject_id', '=', subject).execute()

async function faultsIn(db: Db, post: string, ledger: Ledger): Promise<string[]> {
  const lost = [...ledger.compareSaid(await saidIn(db)), ...ledger.compareComments(await commentsIn(db, post))]
  const sick = (await examine(db)).filter(({ ok }) => !ok)
  return [...lost, ...sick.map(({ name, examples }) => `the doctor finds ${name}: ${examples.join('; ')}`)]
}

test('A write that is lost, or there twice, is seen', () => {
  const ledger = new Ledger()
  ledger.said.set('approval a b', { is: '1' }).set('approval a c', { is: null, maybe: '-1' })
  ledger.comments.set('Yes.', { writer: 0, id: '1' }).set('No.', { writer: 0 })
  expect(ledger.compareSaid(new Map([['approval a c', '-1']]))).toHaveLength(1)
  expect(ledger.compareComments([])).toHaveLength(1)
  const twice = ['1', '2', '3'].map((id) => ({ id, body: id === '1' ? 'Yes.' : 'No.' }))
  expect(ledger.compareComments(twice)).toHaveLength(1)
})

/** The next server; where it will not be killed, in this process, which is quicker. */
async function nextServer(engine: Engine, url: string): Promise<Pick<ServerProcess, 'address' | 'kill'>> {
  if (isLong) return serveOn(url)
  const { address, stop } = await startSite(engine, url)
  return { address, kill: stop }
}

/** Every so many kills the server is in the midst of an import; the first always is. */
const importEvery = 5

/** Lets everybody write for a while, or until an import is half there. */
async function under(load: Load, db: Db, isInTheMidst: boolean, work: () => Promise<void>) {
  const [loading, before] = [startLoad(load), load.ledger.acknowledged]
  while (load.ledger.acknowledged < before + fewestWrites) await pause(10)
  if (isInTheMidst) await inTheMidst(db, load)
  else await pause(load.random() * mostLoadMs)
  await Promise.all([work(), loading.stop()])
}

describe.each(['sqlite', 'postgres'] as const)('A server that is killed while everybody writes, on %s', (engine) => {
  test('has every write that it acknowledged, counts right, and brings what was half brought', anHour, async () => {
    const url = await freshDatabase(engine)
    const db = openDatabase(url)
    const place = await placeFor(db, 8)
    const ledger = new Ledger()
    // The few rounds of one engine do without an import: to be in the midst of one takes seconds.
    const brings = isLong || engine === 'sqlite'
    let halves = 0
    let server: Pick<ServerProcess, 'address' | 'kill'> = await serveOn(url)
    for (let round = 1; round <= rounds; round++) {
      const load = { address: server.address, place, ledger, random }
      const isInTheMidst = brings && round % importEvery === 1
      await under(load, db, isInTheMidst, server.kill)
      if (isInTheMidst) halves += Math.min(1, await halfBrought(db, ledger))
      server = await nextServer(engine, url)
      expect(await faultsIn(db, place.post, ledger), `after kill ${round}`).toEqual([])
      await sendAgain({ address: server.address, place, ledger, random })
      expect(ledger.compareComments(await commentsIn(db, place.post))).toEqual([])
      if (round % 10 === 0) say(`${engine}: ${round} kills, ${ledger.acknowledged} writes acknowledged, none lost`)
    }
    if (brings) expect(halves, 'half imports when the server was killed').toBeGreaterThan(0)
    if (isLong) expect(await notWhole(db, ledger)).toEqual([])
    expect(await faultsIn(db, place.post, ledger)).toEqual([])
    say(
      `${engine}: ${ledger.comments.size} comments, ${ledger.imports.size} imports whole, ${halves} kills in the midst of one; the doctor finds nothing`,
    )
    await server.kill()
    await db.destroy()
  })
})
