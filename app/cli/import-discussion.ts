import { readDiscussion } from '#app/features/exchange/formats/read-discussion.ts'
import { importDiscussion } from '#app/features/exchange/imports/import-discussion.server.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import type { Db } from '#db/open.ts'
import { about, documentAt, importer } from './importing.ts'
import { progress } from './progress.ts'

/** Reads a post with its comments; what comes of it brings them in. */
export async function readDiscussionAt(file: string, format: 'lesswrong', as: string | undefined) {
  const discussion = await about(file, async () => readDiscussion(await documentAt(file)))
  return async (db: Db): Promise<ImportReport> => {
    const { step, end } = progress()
    const say = ({ ids }: ImportReport) => step(`${ids.length} of ${discussion.comments.length + 1} …`)
    return importDiscussion(db, await importer(db, as), { file, format, discussion }, say).finally(end)
  }
}
