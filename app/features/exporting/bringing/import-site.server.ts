import { createHash } from 'node:crypto'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { transcriptHash, turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { conflict } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Exported } from '../exported.ts'
import { annotationsFile, dataFile, type Manifest } from '../manifest.ts'
import { everything } from '../shown/everything.ts'
import { pictures } from '../writing/pictures-shown.server.ts'
import { bringFile, type Step } from './bring-file.server.ts'
import type { Bringing } from './bringing.ts'
import { finishFile } from './finish-file.server.ts'
import { manifestIn, proveFile } from './read-lines.server.ts'
import * as queries from './rows.queries.server.ts'
import { updateVersions } from './voters.queries.server.ts'
import { UnnamedVoters } from './voters.server.ts'
import { selectUnhashed, updateHash } from './written.queries.server.ts'

export interface SiteReport {
  id: string
  /** Lines that were brought now, and those that were there. */
  created: number
  existing: number
  /** What the doctor finds wrong in the end. */
  wrong: string[]
}

const inOrder: readonly Exported[] = everything.flatMap((one) => (one.name === 'members' ? [one, pictures] : [one]))

/** Makes the site of an export in an empty database. Broken off, it goes on where it was; done, it does nothing more. */
export async function importSite(db: Db, folder: string, step: (said: string) => void = () => {}): Promise<SiteReport> {
  const manifest = await manifestIn(folder)
  const files = [...inOrder.map(({ name }) => dataFile(name)), annotationsFile]
  for (const file of files) {
    step(`${file} is looked at …`)
    await proveFile(folder, file, manifest.files[file])
  }
  const id = idOf(manifest)
  const known = await queries.selectSiteImport(db, id)
  const lines = inOrder.reduce((sum, { name }) => sum + (manifest.files[dataFile(name)]?.lines ?? 0), 0)
  if (known?.finished_at) return { id, created: 0, existing: lines, wrong: [] }
  if (!known && !(await queries.selectIsEmpty(db)))
    throw conflict('Something is written here already: the same site is made in an empty database.')
  const steps: Record<string, Step> = JSON.parse(known?.steps ?? '{}')
  const existing = inOrder.reduce((sum, { name }) => sum + (steps[name]?.lines ?? 0), 0)
  await bringAll(db, { id, folder, at: Date.parse(manifest.exportedAt), steps, step })
  const wrong = await finish(db, id, step)
  return { id, created: lines - existing, existing, wrong }
}

/** What an export is known by: what its files say. */
function idOf({ origin, files }: Manifest): string {
  const said = Object.entries(files).map(([file, { sha256: hash }]) => `${file} ${hash}`)
  return createHash('sha256')
    .update([origin, ...said.sort()].join('\n'))
    .digest('hex')
    .slice(0, 32)
}

interface Work {
  id: string
  folder: string
  at: number
  steps: Record<string, Step>
  step(said: string): void
}

async function bringAll(db: Db, { id, folder, at, steps, step }: Work) {
  const voters = new UnnamedVoters(db)
  const bringing: Bringing = { db, folder, at, voters, carry: {} }
  const save = (name: string, done: Step) => async (tx: Db) => {
    steps[name] = done
    await queries.upsertSteps(tx, id, JSON.stringify(steps), now())
  }
  await inTransaction(db, (tx) => queries.upsertSteps(tx, id, JSON.stringify(steps), now()))
  for (const exported of inOrder) await bringFile(bringing, exported, { steps, save, step })
  for (const exported of inOrder) await finishFile(bringing, exported, { steps, save, step })
}

/** Makes what follows from the rows: hashes, versions and counters. */
async function finish(db: Db, id: string, step: (said: string) => void): Promise<string[]> {
  for (;;) {
    const some = await selectUnhashed(db, 100)
    for (const { id: of, masked } of some) {
      // What masked words were known by would tell those who guess them.
      const hash = masked ? sha256(`masked ${of}`) : transcriptHash(await turnsOf(db, of))
      await inTransaction(db, (tx) => updateHash(tx, of, hash))
    }
    if (some.length === 0) break
    step('transcripts …')
  }
  await inTransaction(db, updateVersions)
  const found = await examine(db, { repairs: true, step })
  await inTransaction(db, (tx) => queries.updateFinished(tx, id, now()))
  return found.filter(({ ok }) => !ok).map(({ name }) => name)
}
