import { redirect } from '@remix-run/node'
import { confirmVotes, withdrawEarlier } from '#app/features/ballots/earlier/earlier.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { buttonAction, pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ params }) => redirect(`/claims/${params.id}`))

export const action = buttonAction(async ({ db, member, params, form }) => {
  const { id } = await findClaim(db, params.id)
  if (form.get('still') === 'yes') await confirmVotes(db, member, id)
  else await withdrawEarlier(db, member, id)
  return redirect(`/claims/${id}#question`)
})
