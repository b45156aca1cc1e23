import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addressOf } from '#app/features/accounts/accounts.server.ts'
import { hasPassword } from '#app/features/accounts/passwords.server.ts'
import { sessionsOf } from '#app/features/accounts/sessions.server.ts'
import { AddressForm } from '#app/features/accounts/signing-in/address-form.tsx'
import { PasswordForm } from '#app/features/accounts/signing-in/password-form.tsx'
import { SessionList } from '#app/features/accounts/signing-in/session-list.tsx'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { changeSigningIn } from '#app/http/signing-in.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta: MetaFunction = () => [{ title: 'Signing in · Parallax' }]

export const loader = pageLoader(async ({ db, env, member, request, url }) => {
  if (!member) throw notSignedIn()
  return {
    handle: member.handle,
    address: await addressOf(db, member),
    hasPassword: await hasPassword(db, member),
    sessions: await sessionsOf(db, member, askingOf({ env, request })),
    done: url.searchParams.get('done') ?? '',
  }
})

export const action = pageAction(async (asked) => {
  const done = await changeSigningIn(asked)
  return redirect(`/settings/sign-in${done ? `?done=${done}` : ''}`)
})

const said: Record<string, string> = {
  password: 'The password is changed, and you are signed out everywhere else.',
  address: 'A letter is on its way. Mail goes to the new address once you follow its link.',
}

export default function SigningIn() {
  const { handle, address, hasPassword, sessions, done } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const isAddress = refused?.values.intent?.endsWith('address')
  return (
    <section className="column">
      <h1>Signing in</h1>
      {said[done] ? (
        <p className="notice" role="status">
          {said[done]}
        </p>
      ) : null}
      <h2>Password</h2>
      <PasswordForm handle={handle} hasPassword={hasPassword} refused={isAddress ? undefined : refused} />
      <h2 id="address">E-mail address</h2>
      <AddressForm address={address} hasPassword={hasPassword} refused={isAddress ? refused : undefined} />
      <h2>Where you are signed in</h2>
      <SessionList sessions={sessions} />
    </section>
  )
}
