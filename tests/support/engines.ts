import { copyFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { type Db, type Engine, openDatabase } from '#db/open.ts'

/** Runs the same tests on SQLite and on PostgreSQL, each on a fresh database of its own; `open()` gives it inside a test. */
export function describeOnBothEngines(what: string, tests: (open: () => Db, engine: Engine) => void) {
  describe.each(['sqlite', 'postgres'] as const)(`${what}, on %s`, (engine) => {
    let db: Db
    beforeAll(async () => {
      db = openDatabase(await freshDatabase(engine))
    })
    afterAll(() => db.destroy())
    tests(() => db, engine)
  })
}

/** The DATABASE_URL of a new, empty database: migrated, unless it is to have no tables at all. */
export async function freshDatabase(engine: Engine, isMigrated = true): Promise<string> {
  const name = `t${newId()}`
  if (engine === 'sqlite') {
    const file = `${inject('folder')}/${name}.sqlite`
    if (isMigrated) copyFileSync(`${inject('folder')}/template.sqlite`, file)
    return `file:${file}`
  }
  const url = inject('postgresUrl')
  const client = new pg.Client(`${url}/postgres`)
  await client.connect()
  await client.query(`create database ${name} template ${isMigrated ? 'template' : 'template0'}`)
  await client.end()
  return `${url}/${name}`
}
