import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, inject, test } from 'vitest'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { rebuildSearch } from '#app/features/search/search.server.ts'
import { newId } from '#app/lib/ids.ts'
import { backup } from '#db/backup/backup.ts'
import { differences } from '#db/backup/manifest.ts'
import { restore } from '#db/backup/restore.ts'
import { type Engine, openDatabase } from '#db/open.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { startSite } from '#tests/support/site.ts'
import { Ledger } from './kill/ledger.ts'
import { startLoad } from './kill/load.ts'
import { placeFor } from './kill/place.ts'
import { anHour, roundsOf } from './rounds.ts'

const { rounds, isLong, random, say } = roundsOf(1, 20)
const engines: Engine[] = isLong ? ['sqlite', 'postgres'] : ['sqlite']
const newFile = () => `${inject('folder')}/${newId()}.backup`

/** Restores elsewhere, looks whether all is there that the backup says, and gives the comments. */
async function restored(file: string, engine: Engine) {
  const url = await freshDatabase(engine, false)
  const { manifest, lacksSearch } = await restore(file, url)
  const db = openDatabase(url)
  if (lacksSearch) await rebuildSearch(db)
  expect((await examine(db)).filter(({ ok }) => !ok)).toEqual([])
  const comments = await db.selectFrom('comments').select('id').execute()
  await db.destroy()
  return { manifest, url, comments: new Set(comments.map(({ id }) => id)) }
}

describe.each(engines)('A backup of %s, made while everybody writes', (engine) => {
  test('has what was acknowledged before it began, and is restored with equal counts and hashes', anHour, async () => {
    const site = await startSite(engine)
    const place = await placeFor(site.db, 8)
    const ledger = new Ledger()
    for (let round = 1; round <= rounds; round++) {
      const load = startLoad({ address: site.address, place, ledger, random })
      const wanted = ledger.acknowledged + 30
      while (ledger.acknowledged < wanted) await pause(10)
      const before = [...ledger.comments.values()].flatMap(({ id }) => id ?? [])
      const file = newFile()
      const { manifest } = await backup(site.databaseUrl, file)
      await load.stop()
      const there = await restored(file, round % 2 ? 'sqlite' : 'postgres')
      expect(differences(manifest, there.manifest)).toEqual([])
      expect(differences(manifest, (await backup(there.url, newFile())).manifest)).toEqual([])
      expect(before.filter((id) => !there.comments.has(id))).toEqual([])
      say(`${engine}, ${round}: ${there.comments.size} comments, ${before.length} of them acknowledged before it began`)
    }
    await site.stop()
  })
})
