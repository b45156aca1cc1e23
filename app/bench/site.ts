import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { readEnv } from '../env.server.ts'
import { type Running, startServer } from '../server.ts'
import type { BenchRow } from './measure.ts'

/** Rows that are measured on one site, which is filled for them before it is served. */
export interface Part<Filled = unknown> {
  name: string
  fill(db: Db): Promise<Filled>
  rows(running: Running, filled: Filled): Promise<BenchRow[]>
}

/** A part on a fresh site in a file of its own, or in the database that the environment names: what parts fill it with does not meet. */
export async function measureOnSite<Filled>(part: Part<Filled>): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  const DATABASE_URL = process.env.DATABASE_URL ?? `file:${join(folder, 'bench.sqlite')}`
  try {
    await migrate(DATABASE_URL)
    const db = openDatabase(DATABASE_URL)
    const filled = await part.fill(db)
    await db.destroy()
    const running = await startServer(readEnv({ PORT: '0', DATABASE_URL, LOG_LEVEL: 'error', LIMITS: 'off' }))
    try {
      return await part.rows(running, filled)
    } finally {
      await running.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
