import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withBibtex } from '#app/features/concepts/bibtex.ts'
import { type ConceptGiven, isConceptKind } from '#app/features/concepts/concept.ts'
import { NewConceptForm } from '#app/features/concepts/concept-form.tsx'
import { createConcept } from '#app/features/concepts/concepts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { conflict, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Add a concept')

export const loader = pageLoader(async ({ member, url }) => {
  if (!member) throw notSignedIn()
  const kind = url.searchParams.get('kind')
  return { ...(isConceptKind(kind) ? { kind } : {}), name: url.searchParams.get('name') ?? '' }
})

export const action = pageAction(async ({ db, member, form }) => {
  const { concept, isNew } = await createConcept(db, member, withBibtex(form.values()) as unknown as ConceptGiven)
  if (!isNew) throw conflict(`There is one that is called so: “${concept.name}”, under Concepts. Choose another name.`)
  return redirect(`/concepts/${concept.id}`)
})

export default function NewConcept() {
  return (
    <section className="column">
      <h1>Add a concept</h1>
      <NewConceptForm words={useLoaderData<typeof loader>()} refused={useRefused()} />
    </section>
  )
}
