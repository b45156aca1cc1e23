import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { join } from '#app/features/accounts/accounts.server.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { Carried, CarriedAlong } from '#app/features/discussion/drafts/carried.tsx'
import { WaitingWords } from '#app/features/labels/pasting/waiting-words.tsx'
import { joiningFrom } from '#app/features/limits/limit.ts'
import { goOn, refuseSentOn } from '#app/http/carrying.server.ts'
import { titled } from '#app/http/found/head.ts'
import { localPath, openAction, pageLoader } from '#app/http/page.server.ts'
import { waitingFor } from '#app/http/pasting.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'

export const meta = titled('Join')

export const loader = pageLoader(async ({ db, url, request }) => {
  const to = localPath(url.searchParams.get('to'))
  return { to, waiting: await waitingFor(db, to, request) }
})

export const action = openAction(async ({ db, env, form, request, limits, address, url }) => {
  refuseSentOn(form, url)
  await limits.spend(db, [joiningFrom, address])
  const member = await join(db, form.get('handle') ?? '', form.get('password') ?? '')
  const to = await goOn(db, member, form, request)
  const asking = askingOf({ request, env })
  const cookie = await startSession(db, member, asking.isSecure, asking)
  return redirect(to, { headers: { 'set-cookie': cookie } })
})

export default function Join() {
  const { to, waiting } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Join</h1>
      <p>
        A handle and a password: that is all it takes to mark words, vote and argue. <a href="/about">What this is</a>
      </p>
      <WaitingWords waiting={waiting} />
      <Form refused={refused} className="who-form">
        <input type="hidden" name="to" value={to} />
        <Carried refused={refused} />
        <TextField
          name="handle"
          label="Handle"
          hint="2 to 40 letters, digits, _ or -. Others see it beside what you write."
          autoComplete="username"
          isRequired
        />
        <TextField
          name="password"
          label="Password"
          hint="At least 8 characters; a sentence is good."
          type="password"
          autoComplete="new-password"
          isRequired
        />
        <Submit>{waiting ? 'Join and publish' : 'Join'}</Submit>
      </Form>
      <div className="actions">
        Already a member?{' '}
        <CarriedAlong refused={refused} to={`/sign-in?to=${encodeURIComponent(to)}`}>
          Sign in
        </CarriedAlong>
      </div>
    </section>
  )
}
