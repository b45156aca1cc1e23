import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { type Db, type Engine, openDatabase } from '#db/open.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { startSite } from '#tests/support/site.ts'
import { Ledger, saidIn } from './kill/ledger.ts'
import { type Load, perImport, sendAgain, startLoad } from './kill/load.ts'
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

function broughtOf(counts: string | null): number {
  const { created = 0, existing = 0 } = JSON.parse(counts ?? '{}') as { created?: number; existing?: number }
  return created + existing
}

/** Imports that were under way are taken up by the next server, some time after the one before is gone. */
async function unfinished(db: Db, ids: readonly string[]): Promise<string[]> {
  for (const until = Date.now() + 300_000; ; await pause(500)) {
    const rows = await db.selectFrom('imports').select(['id', 'state', 'counts']).execute()
    const open = rows.filter(({ id, state }) => ids.includes(id) && state !== 'done')
    if (open.length > 0 && Date.now() < until) continue
    const half = rows.filter(({ state, counts }) => state === 'done' && broughtOf(counts) !== perImport)
    return [...open, ...half].map(({ id, state, counts }) => `import ${id} is ${state} with ${counts}`)
  }
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

/** Lets everybody write for a while. */
async function under(load: Load, work: () => Promise<void>) {
  const [loading, before] = [startLoad(load), load.ledger.acknowledged]
  while (load.ledger.acknowledged < before + fewestWrites) await pause(10)
  await pause(load.random() * mostLoadMs)
  await Promise.all([work(), loading.stop()])
}

describe.each(['sqlite', 'postgres'] as const)('A server that is killed while everybody writes, on %s', (engine) => {
  test('has every write that it acknowledged, counts right, and brings what was half brought', anHour, async () => {
    const url = await freshDatabase(engine)
    const db = openDatabase(url)
    const place = await placeFor(db, 8)
    const ledger = new Ledger()
    let server: Pick<ServerProcess, 'address' | 'kill'> = await serveOn(url)
    for (let round = 1; round <= rounds; round++) {
      await under({ address: server.address, place, ledger, random }, server.kill)
      server = await nextServer(engine, url)
      expect(await faultsIn(db, place.post, ledger), `after kill ${round}`).toEqual([])
      await sendAgain({ address: server.address, place, ledger, random })
      expect(ledger.compareComments(await commentsIn(db, place.post))).toEqual([])
      if (round % 10 === 0) say(`${engine}: ${round} kills, ${ledger.acknowledged} writes acknowledged, none lost`)
    }
    if (isLong) expect(await unfinished(db, [...ledger.imports.keys()])).toEqual([])
    expect(await faultsIn(db, place.post, ledger)).toEqual([])
    say(`${engine}: ${ledger.comments.size} comments, ${ledger.imports.size} imports whole; the doctor finds nothing`)
    await server.kill()
    await db.destroy()
  })
})
