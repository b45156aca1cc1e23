import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addressOf } from '#app/features/accounts/accounts.server.ts'
import { PasskeyForm } from '#app/features/accounts/passkeys/passkey-form.tsx'
import { PasskeyList } from '#app/features/accounts/passkeys/passkey-list.tsx'
import { passkeysOf } from '#app/features/accounts/passkeys/passkeys.server.ts'
import { hasPassword } from '#app/features/accounts/passwords.server.ts'
import { sessionsOf } from '#app/features/accounts/sessions.server.ts'
import { AddressForm } from '#app/features/accounts/signing-in/address-form.tsx'
import { deviceOf } from '#app/features/accounts/signing-in/device.ts'
import { PasswordForm } from '#app/features/accounts/signing-in/password-form.tsx'
import { SessionList } from '#app/features/accounts/signing-in/session-list.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { changeSigningIn } from '#app/http/signing-in.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Signing in')

export const loader = pageLoader(async ({ db, env, member, request, url }) => {
  if (!member) throw notSignedIn()
  const asking = askingOf({ env, request })
  return {
    handle: member.handle,
    address: await addressOf(db, member),
    hasPassword: await hasPassword(db, member),
    passkeys: await passkeysOf(db, member),
    device: deviceOf(asking.agent),
    sessions: await sessionsOf(db, member, asking),
    done: url.searchParams.get('done') ?? '',
  }
})

export const action = pageAction(async (asked) => {
  const done = await changeSigningIn(asked)
  return redirect(`/settings/sign-in${done ? `?done=${done}` : ''}`)
})

const said: Record<string, string> = {
  password: 'The password is changed, and you are signed out everywhere else.',
  passkey: 'The passkey is added: you can sign in with it from now on.',
  'no-passkey': 'The passkey is removed. Your device may still offer it; remove it there too.',
  address: 'A letter is on its way. Mail goes to the new address once you follow its link.',
}

/** The last word of what a form was sent for. */
const partOf = (intent = 'password') => intent.split('-').at(-1)

export default function SigningIn() {
  const { handle, address, hasPassword, passkeys, device, sessions, done } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const refusedAt = (part: string) => (partOf(refused?.values.intent) === part ? refused : undefined)
  return (
    <section className="column">
      <h1>Signing in</h1>
      {said[done] ? (
        <p className="notice" role="status">
          {said[done]}
        </p>
      ) : null}
      <h2>Password</h2>
      <PasswordForm handle={handle} hasPassword={hasPassword} refused={refusedAt('password')} />
      <h2 id="passkeys">Passkeys</h2>
      <PasskeyList passkeys={passkeys} hasPassword={hasPassword} refused={refusedAt('passkey')} />
      <PasskeyForm device={device} hasPassword={hasPassword} refused={refusedAt('passkey')} />
      <h2 id="address">E-mail address</h2>
      <AddressForm address={address} hasPassword={hasPassword} refused={refusedAt('address')} />
      <h2>Where you are signed in</h2>
      <SessionList sessions={sessions} />
    </section>
  )
}
