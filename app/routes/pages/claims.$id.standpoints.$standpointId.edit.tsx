import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editStandpoint } from '#app/features/ballots/earlier/reword.server.ts'
import { EditStandpointForm } from '#app/features/claims/wording/edit-forms.tsx'
import { findStandpoint } from '#app/features/claims/wording/wording.server.ts'
import { mayEdit, type StandpointEdit } from '#app/features/claims/wording/wording.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a standpoint')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const { id, name, definition, claim_id, member_id } = await findStandpoint(db, params.id, params.standpointId)
  if (!mayEdit(member, member_id)) throw notAllowed('Only whoever added a standpoint, and moderators, edit its words.')
  return { id, name, definition, claimId: claim_id }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const edit = form.values() as unknown as StandpointEdit
  await editStandpoint(db, member, params.id, params.standpointId, edit)
  return redirect(`/claims/${params.id}#standing`)
})

export default function EditStandpoint() {
  const { claimId, ...standpoint } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>The words of a standpoint</h1>
      <p>
        <a href={`/claims/${claimId}`}>To the claim</a>
      </p>
      <EditStandpointForm thing={standpoint} refused={useRefused()} />
    </section>
  )
}
