import { findClaim } from '#app/features/claims/claims.server.ts'
import { claimFile } from '#app/features/exchange/answers/judging/claim-files.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, params, url }) => {
  const { pieces, ...file } = await claimFile(db, await findClaim(db, params.id), 'days', 'json', url.searchParams)
  return fileAnswer(pieces, file)
}, 'export')
