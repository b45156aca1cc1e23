import { useLoaderData } from '@remix-run/react'
import { overTime } from '#app/features/ballots/over-time/days.server.ts'
import { linesOf, OverTimeFigures } from '#app/features/ballots/over-time/over-time-details.tsx'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { Empty } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ claim, framing }) => ({
  title: `${framing.name} over time: ${claim.statement}`,
  description: `How the share of members for whom “${framing.name}” fits moved, day by day, on “${claim.statement}”.`,
}))

export const loader = pageLoader(async ({ db, params, url }) => {
  const claim = await findClaim(db, params.id)
  const asked = url.searchParams.get('framing')
  const framing = asked === null ? claim.framings[0] : claim.framings.find(({ id }) => id === asked)
  if (!framing) throw notFound('framing on this claim')
  return { claim, framing, days: await overTime(db, claim.id, { framingIds: [framing.id] }) }
})

export default function OverTimePage() {
  const { claim, framing, days } = useLoaderData<typeof loader>()
  const lines = linesOf(claim, framing, days)
  return (
    <section className="over-time">
      <h1>“{framing.name}” over time</h1>
      <p>
        On <a href={`/claims/${claim.id}#row-${framing.id}`}>{claim.statement}</a>
      </p>
      {lines.length === 0 ? (
        <Empty>Here is a line once verdicts have changed on two days that are over.</Empty>
      ) : (
        <OverTimeFigures claim={claim} framing={framing} overTime={days} lines={lines} />
      )}
    </section>
  )
}
