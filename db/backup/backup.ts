import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from '../migrate.ts'
import { engineOfUrl, fileOf } from '../open.ts'
import { makeOwnFile } from '../sqlite/own-file.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import * as postgres from './postgres.ts'
import * as sqlite from './sqlite-file.ts'

export class BackupError extends Error {}

/** Copies everything as it stands at one moment into one SQLite file, whichever engine it comes from, while the site goes on. The file appears when it is whole and was read back. */
export async function backup(url: string, file: string): Promise<{ bytes: number; manifest: Manifest }> {
  if (existsSync(file)) throw new BackupError(`${file} is there already: name a file that is not.`)
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)}.`)
  const part = `${file}.part`
  rmSync(part, { force: true })
  try {
    makeOwnFile(part)
    await (engineOfUrl(url) === 'sqlite' ? copySqlite(url, part) : copyPostgres(url, part))
    const manifest = await sealed(part)
    renameSync(part, file)
    return { bytes: statSync(file).size, manifest }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
  }
}

/** In one read of the database: whoever writes meanwhile does not wait, and is not in it. */
async function copySqlite(url: string, part: string) {
  const path = fileOf(url)
  if (!existsSync(path)) throw new BackupError(`There is no database at ${path}.`)
  const database = new Sqlite(path, { readonly: true })
  try {
    database.prepare('vacuum into ?').run(part)
  } finally {
    database.close()
  }
}

async function copyPostgres(url: string, part: string) {
  await migrate(`file:${part}`)
  const database = new Sqlite(part)
  try {
    await postgres.withClient(url, async (client) => {
      await client.query('begin isolation level repeatable read read only')
      await sqlite.fill(database, postgres.sourceOf(client))
    })
  } finally {
    database.close()
  }
}

/** Notes in the copy what it holds, and proves it. */
async function sealed(part: string): Promise<Manifest> {
  const database = new Sqlite(part)
  try {
    database.pragma('journal_mode = delete')
    database.pragma('synchronous = full')
    const manifest = await manifestOf(sqlite.sourceOf(database))
    sqlite.writeManifest(database, manifest)
    prove(database)
    return manifest
  } finally {
    database.close()
  }
}

/** Refuses a file whose pages do not hold together. */
export function prove(database: Sqlite.Database) {
  const said = database.pragma('integrity_check', { simple: true })
  if (said !== 'ok') throw new BackupError(`The file is damaged: ${said}.`)
}
