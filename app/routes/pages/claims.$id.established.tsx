import { useLoaderData } from '@remix-run/react'
import { tallyByAge } from '#app/features/ballots/established/by-age.server.ts'
import { EstablishedTally } from '#app/features/ballots/established/established-tally.tsx'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(({ claim }) => ({
  title: `Without young accounts: ${claim.statement}`,
  description: `Where people stand on “${claim.statement}”, with and without the votes of young accounts.`,
}))

export const loader = pageLoader(async ({ db, params, intervals }) => {
  const claim = await findClaim(db, params.id)
  return { claim, ...(await tallyByAge(db, await tallyOf(db, claim.id, { intervals }))) }
})

export default function EstablishedPage() {
  const { claim, youngerThanDays, cells, names } = useLoaderData<typeof loader>()
  return (
    <section className="standing">
      <h1>With and without young accounts</h1>
      <p>
        On <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </p>
      <p className="soft">
        Left out are votes that were cast when their account was younger than {youngerThanDays} days. Many of them can
        be a class that joined together, a link that went round, or votes by arrangement: numbers do not say which, and
        nothing follows from them by itself.
      </p>
      <EstablishedTally claim={claim} cells={cells} names={names} />
    </section>
  )
}
