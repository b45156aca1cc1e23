import { useLoaderData } from '@remix-run/react'
import { claimsListed } from '#app/features/opinions/claims-list/claims-list.server.ts'
import { ListTools } from '#app/features/opinions/claims-list/list-tools.tsx'
import { ListedClaimCard } from '#app/features/opinions/claims-list/listed-claim-card.tsx'
import { listedBy, listPath, sortWords } from '#app/features/opinions/claims-list/sort.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Claims',
  'Contested claims about what AI models did: which framing fits, seen from which standpoint, and how far people stand apart.',
)

export const loader = pageLoader(async ({ db, member, url, intervals }) => {
  const by = listedBy(url)
  return { by, ...(await claimsListed(db, member, by, pageOf(url, 30), intervals)) }
})

export default function Claims() {
  const { items, next, by } = useLoaderData<typeof loader>()
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
      <ListTools by={by} />
      {items.length === 0 ? (
        <Empty href="/claims/new" step="Propose a claim">
          {sortWords[by.sort].none}
        </Empty>
      ) : (
        <ul className="list">
          {items.map((listed) => (
            <li key={listed.claim.id}>
              <ListedClaimCard listed={listed} sort={by.sort} />
            </li>
          ))}
        </ul>
      )}
      <More url={listPath(by)} next={next} />
    </section>
  )
}
