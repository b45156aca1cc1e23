import { resolve } from 'node:path'
import { importSite } from '#app/features/exporting/bringing/import-site.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { progress } from './progress.ts'
import { print, withDatabase } from './site.ts'

/** Brings in a folder that `parallax export` wrote, and says what the doctor finds of it. */
export async function importSiteAt(folder: string, isJson: boolean | undefined) {
  const { step, end } = progress()
  const { id, created, existing, wrong } = await withDatabase((db) => importSite(db, resolve(folder), step)).finally(
    end,
  )
  const document = { created, existing, refused: [], ids: [id] }
  print(isJson, document, `${created} lines brought, ${existing} already there`)
  if (wrong.length > 0) throw new Refusal('conflict', `The doctor finds fault with it: ${wrong.join(', ')}.`)
}
