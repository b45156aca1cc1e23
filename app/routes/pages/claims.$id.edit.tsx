import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editClaim } from '#app/features/ballots/earlier/reword.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { EditClaimForm } from '#app/features/claims/wording/edit-forms.tsx'
import { type ClaimEdit, mayEdit } from '#app/features/claims/wording/wording.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a claim')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const claim = await findClaim(db, params.id)
  if (!mayEdit(member, claim.author.id))
    throw notAllowed('Only whoever proposed a claim, and moderators, edit its words.')
  return { claim, standpoints: claim.standpoints.slice(1) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await editClaim(db, member, params.id, form.values() as unknown as ClaimEdit)
  return redirect(`/claims/${params.id}`)
})

export default function EditClaim() {
  const { claim, standpoints } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>The words of a claim</h1>
      <p>
        <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </p>
      <EditClaimForm claim={claim} refused={useRefused()} />
      {standpoints.length > 0 ? <h2>Its standpoints</h2> : null}
      <ul>
        {standpoints.map(({ id, name }) => (
          <li key={id}>
            <a href={`/claims/${claim.id}/standpoints/${id}/edit`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
