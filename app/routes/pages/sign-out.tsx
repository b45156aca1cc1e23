import { redirect } from '@remix-run/node'
import { endSession } from '#app/features/accounts/sessions.server.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'

export const loader = pageLoader(async () => redirect('/'))

export const action = openAction(async ({ db, env, request }) => {
  const { cookie: own, isSecure } = askingOf({ request, env })
  const cookie = await endSession(db, own ?? '', isSecure)
  return redirect('/', { headers: { 'set-cookie': cookie } })
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function SignOut() {
  return null
}
