import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConceptHead } from '#app/features/concepts/concept-page.tsx'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.concept.name ?? 'Concept'} · Parallax` },
]

export const loader = pageLoader(async ({ db, params }) => {
  const concept = await findConcept(db, params.id)
  if (concept.mergedInto) throw redirect(`/concepts/${concept.mergedInto}`)
  return { concept }
})

export default function ConceptPage() {
  const { concept } = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <ConceptHead concept={concept} />
    </article>
  )
}
