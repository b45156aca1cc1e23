import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConceptHead, ConceptSteps } from '#app/features/concepts/concept-page.tsx'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { isMerger } from '#app/features/concepts/merging/merge.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.concept.name ?? 'Concept'} · Parallax` },
]

export const loader = pageLoader(async ({ db, params, member }) => {
  const concept = await findConcept(db, params.id)
  if (concept.mergedInto) throw redirect(`/concepts/${concept.mergedInto}`)
  return { concept, isMerger: await isMerger(db, member, concept) }
})

export default function ConceptPage() {
  const { concept, isMerger } = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <ConceptHead concept={concept} />
      <ConceptSteps concept={concept} isMerger={isMerger} />
    </article>
  )
}
