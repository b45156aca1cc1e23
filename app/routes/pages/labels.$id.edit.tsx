import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EditLabelForm } from '#app/features/labels/wording/edit-label-form.tsx'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import { type LabelEdit, mayEditLabel } from '#app/features/labels/wording/wording.ts'
import { titled } from '#app/http/found/head.ts'
import { labelAt } from '#app/http/label-at.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit what a label means')

export const loader = pageLoader(async ({ member, ...asked }) => {
  if (!member) throw notSignedIn()
  const label = await labelAt(asked)
  if (!mayEditLabel(member, label.memberId))
    throw notAllowed('Only whoever proposed a label, and moderators, edit what it means.')
  return { label }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await editLabel(db, member, params.id, form.values() as unknown as LabelEdit)
  return redirect(`/labels/${params.id}`)
})

export default function EditLabel() {
  const { label } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What “{label.name}” means</h1>
      <EditLabelForm label={label} refused={useRefused()} />
    </section>
  )
}
