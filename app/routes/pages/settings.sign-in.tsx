import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changePassword, hasPassword, proveAgain } from '#app/features/accounts/passwords.server.ts'
import { endSessions, sessionsOf } from '#app/features/accounts/sessions.server.ts'
import { PasswordForm } from '#app/features/accounts/signing-in/password-form.tsx'
import { SessionList } from '#app/features/accounts/signing-in/session-list.tsx'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

const here = '/settings/sign-in'

export const meta: MetaFunction = () => [{ title: 'Signing in · Parallax' }]

export const loader = pageLoader(async ({ db, env, member, request, url }) => {
  if (!member) throw notSignedIn()
  return {
    handle: member.handle,
    hasPassword: await hasPassword(db, member),
    sessions: await sessionsOf(db, member, askingOf({ env, request })),
    done: url.searchParams.get('done'),
  }
})

export const action = pageAction(async ({ db, env, member, form, request, limits, address }) => {
  const asking = askingOf({ env, request })
  const intent = form.get('intent')
  if (intent === 'end') await endSessions(db, member, { id: form.get('session') ?? '' })
  else if (intent === 'end-others') await endSessions(db, member, { except: asking })
  else {
    await limits.signIn(address, member.handle, () => proveAgain(db, member, asking, form.get('current') ?? ''))
    await changePassword(db, member, asking, form.get('password') ?? '')
    return redirect(`${here}?done=password`)
  }
  return redirect(here)
})

export default function SigningIn() {
  const { handle, hasPassword, sessions, done } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Signing in</h1>
      {done === 'password' ? (
        <p className="notice" role="status">
          The password is changed, and you are signed out everywhere else.
        </p>
      ) : null}
      <h2>Password</h2>
      <PasswordForm handle={handle} hasPassword={hasPassword} refused={refused} />
      <h2>Where you are signed in</h2>
      <SessionList sessions={sessions} />
    </section>
  )
}
