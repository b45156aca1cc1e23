import { plainText } from '#app/features/transcripts/export/plain-text.ts'
import { findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

const type = 'text/plain; charset=utf-8'

export const loader = pageLoader(async ({ db, params }) => {
  const { turns } = await findTranscript(db, params.id)
  return new Response(plainText(turns), { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
})
