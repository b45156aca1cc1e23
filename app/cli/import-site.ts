import { resolve } from 'node:path'
import { Command } from 'commander'
import { importSite } from '#app/features/exporting/bringing/import-site.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { progress } from './progress.ts'
import { print, withDatabase } from './site.ts'

export function siteCommand(): Command {
  return new Command('site')
    .argument('<folder>')
    .description(
      'Makes the same site of what `parallax export` wrote, in an empty database; goes on where it was broken off.',
    )
    .option('--json', 'print one JSON document')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { step, end } = progress()
      const { id, created, existing, wrong } = await withDatabase((db) =>
        importSite(db, resolve(folder), step),
      ).finally(end)
      const document = { created, existing, refused: [], ids: [id] }
      print(json, document, `${created} lines brought, ${existing} already there`)
      if (wrong.length > 0) throw new Refusal('conflict', `The doctor finds fault with it: ${wrong.join(', ')}.`)
    })
}
