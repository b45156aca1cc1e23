import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '#db/migrate.ts'
import { build, isStale } from '../cli/build.ts'
import { readEnv } from '../env.server.ts'
import { startServer } from '../server.ts'
import { campRows, castBallots, tallyRow } from './ballots.ts'
import { addMembers } from './many-ballots.server.ts'
import type { BenchRow } from './measure.ts'

const members = 20_000
const { values: given } = parseArgs({ options: { json: { type: 'string' } } })

if (isStale()) build()
process.env.NODE_ENV = 'production'
const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
const DATABASE_URL = process.env.DATABASE_URL ?? `file:${join(folder, 'bench.sqlite')}`
await migrate(DATABASE_URL)
const running = await startServer(readEnv({ PORT: '0', DATABASE_URL, LOG_LEVEL: 'error', LIMITS: 'off' }))
try {
  await addMembers(running.db, members)
  const cases = await castBallots(running.db)
  const rows = [await tallyRow(running, cases), ...(await campRows(running, cases))]
  print(rows)
  if (given.json) writeFileSync(given.json, `${JSON.stringify({ rows }, null, 2)}\n`)
} finally {
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}

function print(rows: readonly BenchRow[]) {
  const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })
  for (const { name, value, unit, reference, ratio, min, max } of rows) {
    console.log(`${name}: ratio ${figure(ratio)}`)
    console.log(`  ${figure(value)} ${unit} (${figure(min)} to ${figure(max)}), reference ${figure(reference)} ${unit}`)
  }
}
