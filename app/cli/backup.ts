import { Command } from 'commander'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { rebuildSearch } from '#app/features/search/search.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { BackupError, backup } from '#db/backup/backup.ts'
import { rowsIn } from '#db/backup/manifest.ts'
import { restore } from '#db/backup/restore.ts'
import { progress } from './progress.ts'
import { givenEnv, print, withDatabase } from './site.ts'

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copies everything, as it stands at one moment, into one file, while the site goes on.')
    .argument('<file>', 'the file to make; it may not be there yet')
    .option('--json', 'print one JSON document')
    .action(async (file, { json }) => {
      const { bytes, manifest } = await said(() => backup(givenEnv().DATABASE_URL, file))
      const [tables, rows] = [manifest.size, rowsIn(manifest)]
      print(json, { file, bytes, tables, rows }, `${file}: ${rows} rows of ${tables} tables, ${bytes} bytes, read back`)
    })
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Puts a backup in the place of the database, which is set aside; of PostgreSQL, into an empty one.')
    .argument('<file>', 'what `parallax backup` made, from either engine')
    .option('--json', 'print one JSON document')
    .action(async (file, { json }) => {
      const { manifest, aside, lacksSearch } = await said(() => restore(file, givenEnv().DATABASE_URL))
      const { step, end } = progress()
      const checks = await withDatabase(async (db) => {
        if (lacksSearch) await rebuildSearch(db)
        return examine(db, { repairs: false, step })
      }).finally(end)
      const wrong = checks.filter((check) => !check.ok).map(({ name }) => name)
      const [tables, rows] = [manifest.size, rowsIn(manifest)]
      const lines = [`${rows} rows of ${tables} tables are back`]
      if (aside) lines.push(`what stood there before: ${aside}`)
      print(json, { tables, rows, aside, wrong }, lines)
      if (wrong.length > 0) throw new Refusal('conflict', `The doctor finds fault with it: ${wrong.join(', ')}.`)
    })
}

async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof BackupError ? new Refusal('conflict', error.message) : error
  }
}
