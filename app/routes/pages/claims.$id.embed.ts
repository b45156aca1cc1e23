import { embedPage } from '#app/features/ballots/embed/embed-page.server.tsx'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import styles from '#app/ui/styles.css?url'

/** For frames on other sites (see http/security-headers): whoever asks gets what visitors do. */
export const loader = pageLoader(async ({ db, env, params, intervals }) => {
  const claim = await findClaim(db, params.id)
  const page = embedPage({ claim, tally: await tallyOf(db, claim.id, { intervals }), origin: env.ORIGIN, styles })
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
})
