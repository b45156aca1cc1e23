import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { readEnv } from '../env.server.ts'
import { type Running, startServer } from '../server.ts'
import type { BenchRow } from './measure.ts'

/** Rows that belong together; `comments` says how large a forum they are measured on, where they are. */
export interface Part {
  name: string
  rows(comments: number): AsyncIterable<BenchRow>
}

interface OnSite<Filled> {
  name: string
  fill(db: Db): Promise<Filled>
  rows(running: Running, filled: Filled): Promise<BenchRow[]>
}

/** A part on a fresh site of its own in this process, in a file of its own or in the database that the environment names: what parts fill it with does not meet. */
export function onSite<Filled>({ name, fill, rows }: OnSite<Filled>): Part {
  return {
    name,
    async *rows() {
      const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
      const DATABASE_URL = process.env.DATABASE_URL ?? `file:${join(folder, 'bench.sqlite')}`
      try {
        const filled = await filledAt(DATABASE_URL, fill)
        const running = await startServer(readEnv({ PORT: '0', DATABASE_URL, LOG_LEVEL: 'error', LIMITS: 'off' }))
        try {
          yield* await rows(running, filled)
        } finally {
          await running.stop()
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Brings a database to the newest schema and fills it. */
export async function filledAt<Filled>(url: string, fill: (db: Db) => Promise<Filled>): Promise<Filled> {
  await migrate(url)
  const db = openDatabase(url)
  try {
    return await fill(db)
  } finally {
    await db.destroy()
  }
}
