import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandingWords } from '#app/features/ballots/standing.tsx'
import { standingsOf } from '#app/features/ballots/tallies.server.ts'
import { ClaimCard } from '#app/features/claims/claim-card.tsx'
import { newestClaims } from '#app/features/claims/claims.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta: MetaFunction = () => [{ title: 'Claims · Parallax' }]

export const loader = pageLoader(async ({ db, url }) => {
  const claims = await newestClaims(db, pageOf(url, 30))
  const ids = claims.items.map(({ id }) => id)
  return { ...claims, standings: Object.fromEntries(await standingsOf(db, ids)) }
})

export default function Claims() {
  const { items, next, standings } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Claims</h1>
        <a className="button" href="/claims/new">
          Propose a claim
        </a>
      </div>
      <p>
        What people contest: cases, judged by <a href="/framings">framings</a>, and propositions, which hold or do not.
      </p>
      {items.length === 0 ? (
        <Empty href="/claims/new" step="Propose the first">
          Here stand the cases and propositions that people judge.
        </Empty>
      ) : (
        <ul className="list">
          {items.map((claim) => (
            <li key={claim.id}>
              <ClaimCard claim={claim} standing={<StandingWords claim={claim} standing={standings[claim.id]} />} />
            </li>
          ))}
        </ul>
      )}
      <More url="/claims" next={next} />
    </section>
  )
}
