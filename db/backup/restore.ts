import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from '../migrate.ts'
import { engineOfUrl, fileOf } from '../open.ts'
import { closeToOthers } from '../sqlite/own-file.ts'
import { BackupError, prove } from './backup.ts'
import { differences, type Manifest, manifestOf } from './manifest.ts'
import * as postgres from './postgres.ts'
import * as sqlite from './sqlite-file.ts'

export interface Restored {
  manifest: Manifest
  /** Where the database that stood there before is now. */
  aside: string | null
  /** The indexes of search did not come along: they are to be made anew. */
  lacksSearch: boolean
}

/** Puts a backup, proven first, in the place of the database, brings it to the newest schema, and reads it back. A SQLite file that was there is set aside; a PostgreSQL database must be empty. */
export async function restore(file: string, url: string): Promise<Restored> {
  await proveBackup(file)
  const isSqlite = engineOfUrl(url) === 'sqlite'
  const part = isSqlite ? `${fileOf(url)}.part` : join(tmpdir(), `parallax-restore-${process.pid}.sqlite`)
  try {
    copyFileSync(file, part)
    closeToOthers(part)
    await migrate(`file:${part}`)
    const { manifest, hasSearch } = await prepared(part)
    if (isSqlite) return { manifest, aside: putInPlace(part, fileOf(url)), lacksSearch: !hasSearch }
    await fillPostgres(part, url, manifest)
    return { manifest, aside: null, lacksSearch: true }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
  }
}

async function proveBackup(file: string) {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  const database = new Sqlite(file, { readonly: true })
  try {
    const said = sqlite.readManifest(database)
    if (!said) throw new BackupError(`${file} is no backup that \`parallax backup\` made.`)
    prove(database)
    const wrong = differences(said, await manifestOf(sqlite.sourceOf(database)))
    if (wrong.length > 0) throw new BackupError(`${file} is not as it was made: ${wrong.join(', ')} differ.`)
  } catch (error) {
    if (error instanceof BackupError || (error as { code?: string }).code?.startsWith('SQLITE_') !== true) throw error
    throw new BackupError(`${file} cannot be read as a backup: ${(error as Error).message}.`)
  } finally {
    database.close()
  }
}

async function prepared(part: string) {
  const database = new Sqlite(part)
  try {
    database.pragma('journal_mode = delete')
    database.exec('drop table backup_manifest')
    const hasSearch = database.prepare('select 1 from search_entries limit 1').get() !== undefined
    return { manifest: await manifestOf(sqlite.sourceOf(database)), hasSearch }
  } finally {
    database.close()
  }
}

function putInPlace(part: string, path: string): string | null {
  const aside = existsSync(path) ? setAside(path) : null
  renameSync(part, path)
  return aside
}

/** Refused while anybody has the file open: what they write after would be lost. */
function setAside(path: string): string {
  const database = new Sqlite(path, { timeout: 0 })
  try {
    database.pragma('locking_mode = exclusive')
    database.pragma('journal_mode = delete')
    database.exec('begin exclusive; commit')
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error
    throw new BackupError(`${path} is in use: stop the server first.`)
  } finally {
    database.close()
  }
  const aside = `${path}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
  renameSync(path, aside)
  return aside
}

async function fillPostgres(part: string, url: string, manifest: Manifest) {
  await migrate(url)
  const database = new Sqlite(part, { readonly: true })
  try {
    await postgres.withClient(url, async (client) => {
      await client.query('begin')
      const { rows } = await client.query('select 1 from members limit 1')
      if (rows.length > 0) throw new BackupError('Somebody lives in this database: name an empty one.')
      await postgres.fill(client, sqlite.sourceOf(database))
      const wrong = differences(manifest, await manifestOf(postgres.sourceOf(client)))
      if (wrong.length > 0) throw new BackupError(`Not everything arrived: ${wrong.join(', ')} differ.`)
      await client.query('commit')
    })
  } finally {
    database.close()
  }
}
