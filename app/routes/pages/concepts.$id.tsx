import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConceptHead, ConceptSteps } from '#app/features/concepts/concept-page.tsx'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { isMerger } from '#app/features/concepts/merging/merge.server.ts'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { pageLoader } from '#app/http/page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.concept.name ?? 'Concept'} · Parallax` },
]

export const loader = pageLoader(async ({ db, params, member }) => {
  const concept = await findConcept(db, params.id)
  if (concept.mergedInto) throw redirect(`/concepts/${concept.mergedInto}`)
  const node = { kind: 'concept', id: concept.id, group: concept.kind, name: concept.name } as const
  return {
    concept,
    isMerger: await isMerger(db, member, concept),
    neighbourhood: await neighbourhoodPage(db, node),
  }
})

export default function ConceptPage() {
  const { concept, isMerger, neighbourhood } = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <ConceptHead concept={concept} />
      <ConceptSteps concept={concept} isMerger={isMerger} />
      <NeighbourhoodSection {...neighbourhood} />
    </article>
  )
}
