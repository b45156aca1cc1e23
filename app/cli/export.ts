import { resolve } from 'node:path'
import { Command } from 'commander'
import { exportSite } from '#app/features/exporting/writing/export-site.server.ts'
import { progress } from './progress.ts'
import { print, withDatabase } from './site.ts'

export function exportCommand(): Command {
  return new Command('export')
    .description(
      'Writes all that everybody may read into a folder: JSON lines, CSV and W3C annotations. `import site` makes the same site of it.',
    )
    .argument('<folder>', 'the folder to make; it may not be there yet, or is empty')
    .option('--collection <slug>', 'this collection alone')
    .option('--json', 'print one JSON document')
    .action(async (given: string, { collection = null, json }: { collection?: string | null; json?: boolean }) => {
      const folder = resolve(given)
      const { step, end } = progress()
      const { manifest, bytes } = await withDatabase((db, { DATABASE_URL, ORIGIN }) =>
        exportSite(db, { databaseUrl: DATABASE_URL, origin: ORIGIN, folder, collection, step }),
      ).finally(end)
      const files = Object.fromEntries(Object.entries(manifest.files).map(([file, { lines }]) => [file, lines]))
      const lines = Object.values(files).reduce((sum, some) => sum + some, 0)
      print(
        json,
        { folder, files, lines, bytes },
        `${folder}: ${lines} lines in ${Object.keys(files).length} files, ${bytes} bytes`,
      )
    })
}
