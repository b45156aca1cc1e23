import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#db/open.ts'
import type { Ledger } from './ledger.ts'
import { type Load, perImport, sendImport } from './load.ts'
import type { Writer } from './place.ts'

/** Of each import how many of its transcripts are in its collection, counted by their rows. */
async function broughtIn(db: Db, ledger: Ledger) {
  const imports = await db.selectFrom('imports').select(['id', 'state', 'counts', 'failure']).execute()
  const counted = await db
    .selectFrom('collection_transcripts as c')
    .innerJoin('turns as t', 't.transcript_id', 'c.transcript_id')
    .select('c.collection_id')
    .select((e) => e.fn.countAll<number>().as('n'))
    .groupBy('c.collection_id')
    .execute()
  const brought = new Map(counted.map(({ collection_id, n }) => [collection_id, Number(n)]))
  return imports
    .filter(({ id }) => ledger.imports.has(id))
    .map((row) => ({ ...row, brought: brought.get(ledger.imports.get(row.id) ?? '') ?? 0 }))
}

/** How many imports have brought some of what they bring, and not all. */
export async function halfBrought(db: Db, ledger: Ledger): Promise<number> {
  const some = await broughtIn(db, ledger)
  return some.filter(({ state, brought }) => state !== 'done' && brought > 0 && brought < perImport).length
}

/** Waits until the server is in the midst of an import, which is sent where there is none. One that another server held when it was killed is taken up after 15 s. */
export async function inTheMidst(db: Db, load: Load) {
  const { ledger, place } = load
  const before = await broughtIn(db, ledger)
  if (!before.some(({ state }) => state !== 'done')) await sendImport(load, place.writers[0] as Writer)
  const had = new Map(before.map(({ id, brought }) => [id, brought]))
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(30)) {
    const now = await broughtIn(db, ledger)
    if (now.some(({ id, brought }) => brought > (had.get(id) ?? 0) && brought < perImport)) return
  }
  throw new Error('No import was worked on for a minute.')
}

/** Imports that were under way are taken up by the next server, some time after the one before is gone. What is not done then, or not whole. */
export async function notWhole(db: Db, ledger: Ledger): Promise<string[]> {
  for (const until = Date.now() + 600_000; ; await pause(500)) {
    const all = await broughtIn(db, ledger)
    if (all.some(({ state }) => state !== 'done' && state !== 'failed') && Date.now() < until) continue
    const isWhole = ({ state, counts, brought }: (typeof all)[number]) =>
      state === 'done' && brought === perImport && said(counts) === perImport
    const lost = [...ledger.imports.keys()].filter((id) => !all.some((one) => one.id === id))
    return [
      ...lost.map((id) => `import ${id} was acknowledged and is not there`),
      ...all
        .filter((one) => !isWhole(one))
        .map(({ id, state, counts, brought }) => `import ${id} is ${state} with ${brought} there and ${counts} said`),
    ]
  }
}

function said(counts: string | null): number {
  const { created = 0, existing = 0 } = JSON.parse(counts ?? '{}') as { created?: number; existing?: number }
  return created + existing
}
