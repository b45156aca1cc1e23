import { useLoaderData } from '@remix-run/react'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { ArgumentList } from '#app/features/opinions/arguments/argument-list.tsx'
import { argumentsPage } from '#app/features/opinions/arguments/arguments-page.server.ts'
import { ArgumentsTools, arguePath, argumentsPath } from '#app/features/opinions/arguments/arguments-tools.tsx'
import { askedArguments } from '#app/features/opinions/arguments/asked-arguments.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { counted, Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ claim }) => ({
  title: `Arguments: ${claim.statement}`,
  description: `What is argued for and against each framing of “${claim.statement}”, the strongest first, with the evidence.`,
}))

export const loader = pageLoader(async ({ url, params, ...looking }) => {
  const claim = await findClaim(looking.db, params.id)
  const asked = askedArguments(url.searchParams, claim, 'strongest')
  return { claim, asked, ...(await argumentsPage(looking, claim, asked, pageOf(url, 30))) }
})

export default function ClaimArguments() {
  const { claim, asked, items, next, count, cards } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>The arguments</h1>
      <p>
        On <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </p>
      <ArgumentsTools claim={claim} asked={asked} />
      {count === 0 ? (
        <Empty href={arguePath(claim.id, asked)} step="Argue">
          Nobody has argued this yet, with the words of a transcript as evidence.
        </Empty>
      ) : (
        <>
          <p className="soft small argument-count">{counted(count, 'argument')}</p>
          <ArgumentList arguments={items} cards={cards} isOnItsClaim />
          <More url={argumentsPath(claim.id, asked)} next={next} />
          <p className="actions">
            <a href={arguePath(claim.id, asked)}>Argue</a>
          </p>
        </>
      )}
    </section>
  )
}
