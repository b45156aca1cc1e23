import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PasskeySignIn } from '#app/features/accounts/passkeys/passkey-sign-in.tsx'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { Carried, CarriedAlong } from '#app/features/discussion/drafts/carried.tsx'
import { WaitingWords } from '#app/features/labels/pasting/waiting-words.tsx'
import { goOn, refuseSentOn } from '#app/http/carrying.server.ts'
import { titled } from '#app/http/found/head.ts'
import { localPath, openAction, pageLoader } from '#app/http/page.server.ts'
import { waitingFor } from '#app/http/pasting.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { memberSigningIn } from '#app/http/signing-in.server.ts'
import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'

export const meta = titled('Sign in')

export const loader = pageLoader(async ({ db, url, request }) => {
  const to = localPath(url.searchParams.get('to'))
  return { to, isReset: url.searchParams.has('reset'), waiting: await waitingFor(db, to, request) }
})

export const action = openAction(async (asked) => {
  const { db, env, form, request, url } = asked
  refuseSentOn(form, url)
  const member = await memberSigningIn(asked)
  const to = await goOn(db, member, form, request)
  const asking = askingOf({ request, env })
  const cookie = await startSession(db, member, asking.isSecure, asking)
  return redirect(to, { headers: { 'set-cookie': cookie } })
})

export default function SignIn() {
  const { to, isReset, waiting } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const isPasskey = refused?.values.passkey !== undefined
  return (
    <section className="column">
      <h1>Sign in</h1>
      {isReset ? (
        <p className="notice" role="status">
          The password is set: sign in with it.
        </p>
      ) : null}
      {to.startsWith('/labels/queue') ? (
        <p className="prose">
          The queue asks you whether labels fit words, and keeps what you answer: sign in or join.
        </p>
      ) : null}
      <WaitingWords waiting={waiting} />
      <Form refused={isPasskey ? undefined : refused} className="who-form">
        <input type="hidden" name="to" value={to} />
        <Carried refused={refused} />
        <TextField name="handle" label="Handle" autoComplete="username" isRequired />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" isRequired />
        <Submit>{waiting ? 'Sign in and publish' : 'Sign in'}</Submit>
      </Form>
      <PasskeySignIn to={to} refused={isPasskey ? refused : undefined}>
        <Carried refused={refused} isUnseen />
      </PasskeySignIn>
      <p className="actions">
        <a href="/sign-in/forgotten">I forgot my password</a>
      </p>
      <div className="actions">
        New here?{' '}
        <CarriedAlong refused={refused} to={`/join?to=${encodeURIComponent(to)}`}>
          Join
        </CarriedAlong>
      </div>
    </section>
  )
}
