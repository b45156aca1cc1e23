import { copyFileSync, existsSync, renameSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { seed } from '#app/demo/seed.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, type Engine, fileOf, openDatabase } from '#db/open.ts'

/** Runs the same tests on SQLite and on PostgreSQL, each on a database of its own, a fresh one as a rule; `open()` gives it inside a test. */
export function describeOnBothEngines(
  what: string,
  tests: (open: () => Db, engine: Engine) => void,
  database: (engine: Engine) => Promise<string> = freshDatabase,
) {
  describe.each(['sqlite', 'postgres'] as const)(`${what}, on %s`, (engine) => {
    let db: Db
    beforeAll(async () => {
      db = openDatabase(await database(engine))
    })
    afterAll(() => db.destroy())
    tests(() => db, engine)
  })
}

/** The DATABASE_URL of a new, empty database: migrated, unless it is to have no tables at all. */
export function freshDatabase(engine: Engine, isMigrated = true): Promise<string> {
  return copyOf(engine, isMigrated ? 'template' : undefined)
}

const demos = new Map<Engine, Promise<void>>()

/** The DATABASE_URL of a new database with the demo in it, which is seeded once a run and engine. */
export async function demoDatabase(engine: Engine): Promise<string> {
  const made = demos.get(engine) ?? makeDemo(engine)
  demos.set(engine, made)
  await made
  return copyOf(engine, 'demo')
}

async function copyOf(engine: Engine, template?: string): Promise<string> {
  const name = `t${newId()}`
  const folder = inject('folder')
  if (engine === 'sqlite') {
    if (template) copyFileSync(`${folder}/${template}.sqlite`, `${folder}/${name}.sqlite`)
    return `file:${folder}/${name}.sqlite`
  }
  await atServer((client) =>
    client.query(`create database ${name} template ${template ?? 'template0'} strategy file_copy`),
  )
  return inject('postgresUrl').replace('NAME', name)
}

/** Whoever of those who test at once comes first makes it; the others wait. */
function makeDemo(engine: Engine): Promise<void> {
  return atServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [engine.length])
    const file = `${inject('folder')}/demo.sqlite`
    const there = await client.query(`select from pg_database where datname = 'demo'`)
    if (engine === 'sqlite' ? existsSync(file) : there.rowCount) return
    const url = await freshDatabase(engine)
    const db = openDatabase(url)
    if (!(await seed(db))) throw new Error('somebody lives in a fresh database')
    await db.destroy()
    if (engine === 'sqlite') renameSync(fileOf(url), file)
    else await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to demo`)
  })
}

async function atServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(inject('postgresUrl').replace('NAME', 'postgres'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
