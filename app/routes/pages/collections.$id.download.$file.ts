import { downloadOf } from '#app/features/surveys/downloads/download.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const collection = await findCollection(db, params.id)
  const { pieces, ...file } = downloadOf(db, collection, member, params.file, url.searchParams)
  return fileAnswer(pieces, file)
}, 'export')
