import { redirect } from '@remix-run/node'
import { takeOut } from '#app/features/transcripts/collections.server.ts'
import { buttonAction } from '#app/http/page.server.ts'

export const action = buttonAction(async ({ db, member, params, form }) => {
  const { id } = await takeOut(db, member, params.id, form.get('transcript') ?? '')
  return redirect(`/collections/${id}`)
})
