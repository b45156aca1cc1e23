import { choices, mostMegabytes } from '#app/features/exchange/importing/import.ts'
import { importAnswer, importLineAnswer } from '#app/features/exchange/importing/import-answer.server.ts'
import { findImport, newestImports } from '#app/features/exchange/importing/imports.server.ts'
import { endpoint, reading, underWay, uploading } from '#app/http/api.server.ts'
import { uploadMegabytes } from '#app/http/page.server.ts'
import { bringOnce, filesIn, uploadTypes } from '#app/http/uploads.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const query = {
  format: `One of ${choices.join(', ')}; auto unless another is said.`,
  collection: 'The slug of the collection that transcripts go in; made on first use.',
  classifier: 'What the classifier is called whose answers are among the files.',
  name: 'What the file is called, where the body is the file itself.',
}

const summary = `Imports files: a form with \`files\`, or one file as the body; ${mostMegabytes} MB together. Answers before it is done: ask for the import until its state is done, failed or stopped.`

const imports = endpoint({
  get: reading(
    { summary: 'Lists one’s own imports, the newest first.', answers: 'importLine[]' },
    async ({ db, member, url }) => {
      const page = pageOf(url)
      if (!member) throw notSignedIn()
      const { items, next } = await newestImports(db, member, page)
      return { items: items.map(importLineAnswer), next }
    },
  ),
  post: uploading(
    { summary, answers: 'import', types: uploadTypes, megabytes: uploadMegabytes, query },
    async (asked) => {
      const id = await bringOnce(asked, await filesIn(asked))
      return underWay(importAnswer(await findImport(asked.db, asked.member, id)), `/api/v1/imports/${id}`)
    },
  ),
})

export const loader = imports
export const action = imports
