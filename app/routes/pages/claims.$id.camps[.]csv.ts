import { findClaim } from '#app/features/claims/claims.server.ts'
import { campsFile } from '#app/features/exchange/answers/judging/camps-file.server.ts'
import { campsOf } from '#app/features/opinions/runs/runs.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, params, camps }) => {
  const claim = await findClaim(db, params.id)
  const { pieces, ...file } = campsFile(claim, await campsOf(db, camps, claim.id, 'own'), 'csv')
  return fileAnswer(pieces, file)
}, 'export')
