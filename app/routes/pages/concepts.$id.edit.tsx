import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withBibtex } from '#app/features/concepts/bibtex.ts'
import { EditConceptForm } from '#app/features/concepts/concept-form.tsx'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { ownAliases } from '#app/features/concepts/naming/names.server.ts'
import type { ConceptEdit } from '#app/features/concepts/wording/edit.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { wordsOf } from '#app/features/concepts/wording/words.ts'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a concept')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const concept = await findConcept(db, params.id)
  if (concept.mergedInto) throw redirect(`/concepts/${concept.mergedInto}/edit`)
  return { id: concept.id, version: concept.version, words: wordsOf(concept, await ownAliases(db, concept)) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await editConcept(db, member, params.id, withBibtex(form.values()) as unknown as ConceptEdit)
  return redirect(`/concepts/${params.id}`)
})

export default function EditConcept() {
  const { id, words, version } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Edit “{words.name}”</h1>
      <p>
        <a href={`/concepts/${id}`}>To its page</a>
      </p>
      <EditConceptForm words={words} version={version} refused={useRefused()} Diff={Diff} />
    </section>
  )
}
