import { redirect } from '@remix-run/node'
import { endSession } from '#app/features/accounts/sessions.server.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async () => redirect('/'))

export const action = openAction(async ({ db, request }) => {
  const cookie = await endSession(db, request.headers.get('cookie') ?? '')
  return redirect('/', { headers: { 'set-cookie': cookie } })
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function SignOut() {
  return null
}
