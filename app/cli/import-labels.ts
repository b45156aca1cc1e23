import { readLabelVotes } from '#app/features/exchange/formats/votes/read-label-votes.ts'
import { importLabels } from '#app/features/exchange/imports/import-labels.server.ts'
import type { Db } from '#db/open.ts'
import { about, fileAt, importer } from './importing.ts'

/** Reads votes on labels; what comes of it brings them in. */
export async function readLabelsAt(file: string, collection: string, as: string | undefined) {
  const rows = await about(file, async () => readLabelVotes((await fileAt(file)).bytes))
  return async (db: Db) => importLabels(db, await importer(db, as), { file, rows, collection })
}
