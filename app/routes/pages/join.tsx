import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { join } from '#app/features/accounts/accounts.server.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { keepCarried, refuseSentOn } from '#app/features/discussion/drafts/carried.server.ts'
import { Carried, CarriedAlong } from '#app/features/discussion/drafts/carried.tsx'
import { joiningFrom } from '#app/features/limits/limit.ts'
import { titled } from '#app/http/found/head.ts'
import { localPath, openAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'

export const meta = titled('Join')

export const loader = pageLoader(async ({ url }) => ({ to: localPath(url.searchParams.get('to')) }))

export const action = openAction(async ({ db, env, form, request, limits, address }) => {
  refuseSentOn(form.values())
  await limits.spend(db, [joiningFrom, address])
  const member = await join(db, form.get('handle') ?? '', form.get('password') ?? '')
  const to = await keepCarried(db, member, localPath(form.get('to')), form.values())
  const asking = askingOf({ request, env })
  const cookie = await startSession(db, member, asking.isSecure, asking)
  return redirect(to, { headers: { 'set-cookie': cookie } })
})

export default function Join() {
  const { to } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Join</h1>
      <p>A handle and a password: that is all it takes to mark words, vote and argue.</p>
      <Form refused={refused}>
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
        <Submit>Join</Submit>
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
