import { claimPicture, picturedClaim } from '#app/features/ballots/picture/claim-picture.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, params, request, intervals, pictures }) => {
  const claim = await findClaim(db, params.id)
  const shown = picturedClaim(claim, await tallyOf(db, claim.id, { intervals }))
  return pictures.answer(request, shown, (undrawn) => claimPicture(shown, undrawn))
}, 'picture')
