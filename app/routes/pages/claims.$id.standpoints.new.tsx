import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandpointFields } from '#app/features/claims/claim-form.tsx'
import { findClaim, newestPropositions } from '#app/features/claims/claims.server.ts'
import { addStandpoint } from '#app/features/claims/framings.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { Form, Submit, useRefused } from '#app/ui/form.tsx'

export const meta = titled('Add a standpoint')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const { id, statement } = await findClaim(db, params.id)
  const propositions = (await newestPropositions(db)).filter((proposition) => proposition.id !== id)
  return { id, statement, propositions }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { name = '', definition = '', propositionId } = form.values()
  await addStandpoint(db, member, params.id, { name, definition, propositionId: propositionId || null })
  return redirect(`/claims/${params.id}#standing`)
})

export default function NewStandpoint() {
  const { id, statement, propositions } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Add a standpoint</h1>
      <p>
        From which to judge <a href={`/claims/${id}`}>{statement}</a>
      </p>
      <Form refused={refused}>
        <StandpointFields propositions={propositions} />
        <Submit>Add the standpoint</Submit>
      </Form>
    </section>
  )
}
