import { basename, join, resolve } from 'node:path'
import { readPolisComments, readPolisSummary, readPolisVotes } from '#app/features/exchange/formats/votes/read-polis.ts'
import { importBallots } from '#app/features/exchange/imports/import-ballots.server.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { about, fileInFolder, importer } from './importing.ts'
import { progress } from './progress.ts'

/** Brings in a folder of Polis' open data: comments.csv, votes.csv, and summary.csv where there is one. */
export async function importBallotsOf(db: Db, folder: string, as: string | undefined): Promise<ImportReport> {
  const [comments, votes] = ['comments.csv', 'votes.csv'].map((name) => join(folder, name)) as [string, string]
  const name = basename(resolve(folder))
  const conversation = {
    name,
    ...(await summaryIn(folder)),
    comments: await about(comments, async () => readPolisComments((await fileInFolder(comments)).bytes)),
    votes: await about(votes, async () => readPolisVotes((await fileInFolder(votes)).bytes)),
  }
  const { step, end } = progress()
  const onProgress = (done: number, all: number) => step(`${done} of ${all} votes …`)
  const given = { conversation, files: { comments, votes }, onProgress }
  return importBallots(db, await importer(db, as), given).finally(end)
}

async function summaryIn(folder: string) {
  try {
    return readPolisSummary((await fileInFolder(join(folder, 'summary.csv'))).bytes)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { topic: '', url: '', description: '' }
  }
}
