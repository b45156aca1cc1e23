import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editFraming } from '#app/features/ballots/earlier/reword.server.ts'
import { findFraming } from '#app/features/claims/framings.server.ts'
import { EditFramingForm } from '#app/features/claims/wording/edit-forms.tsx'
import { type FramingEdit, mayEdit } from '#app/features/claims/wording/wording.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a framing')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const framing = await findFraming(db, params.id)
  if (!mayEdit(member, framing.proposerId) || framing.isBuiltIn)
    throw notAllowed('Only whoever proposed a framing, and moderators, edit its words; the built-in one stays.')
  return { framing }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await editFraming(db, member, params.id, form.values() as unknown as FramingEdit)
  return redirect(`/framings/${params.id}`)
})

export default function EditFraming() {
  const { framing } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>The words of “{framing.name}”</h1>
      <p>
        <a href={`/framings/${framing.id}`}>To the framing</a>
      </p>
      <EditFramingForm framing={framing} refused={useRefused()} />
    </section>
  )
}
