import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLetter, resetPassword } from '#app/features/accounts/letters/letters.server.ts'
import { headed } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'
import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'

// No other site is told the address; with `no-referrer` a browser would not say to this one where the form came from.
export const meta = headed(() => ({
  title: 'Set a new password',
  more: [{ name: 'referrer', content: 'same-origin' }],
}))

export const loader = pageLoader(async ({ db, params }) => findLetter(db, params.token, 'reset'))

export const action = openAction(async ({ db, params, form }) => {
  await resetPassword(db, params.token, form.get('password') ?? '')
  return redirect('/sign-in?reset')
})

export default function ResetPassword() {
  const { handle } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Set a new password</h1>
      <p>For {handle}. Every session ends, here and elsewhere.</p>
      <Form refused={useRefused()} className="who-form">
        <input type="hidden" name="username" autoComplete="username" value={handle} readOnly />
        <TextField
          name="password"
          label="New password"
          hint="At least 8 characters; a sentence is good."
          type="password"
          autoComplete="new-password"
          isRequired
        />
        <Submit>Set password</Submit>
      </Form>
    </section>
  )
}
