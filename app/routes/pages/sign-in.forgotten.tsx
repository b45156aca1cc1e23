import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askToReset } from '#app/features/accounts/letters/letters.server.ts'
import { lettersFrom, lettersTo } from '#app/features/limits/limit.ts'
import { titled } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'
import { nameKey } from '#app/lib/text.ts'
import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'

export const meta = titled('A new password')

export const loader = pageLoader(async ({ url }) => ({ isAsked: url.searchParams.has('asked') }))

export const action = openAction(async ({ db, form, limits, address }) => {
  await limits.spend(db, [lettersFrom, address], [lettersTo, nameKey(form.get('name') ?? '')])
  await askToReset(db, form.values())
  return redirect('/sign-in/forgotten?asked')
})

export default function Forgotten() {
  const { isAsked } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>A new password</h1>
      {isAsked ? (
        <p className="notice" role="status">
          If a member goes by this and has confirmed an address, a letter is on its way there. Its link works for 30
          minutes.
        </p>
      ) : null}
      <p>A letter with a link goes to the address that you confirmed in your settings.</p>
      <Form refused={useRefused()} className="who-form">
        <TextField name="name" label="Handle or e-mail address" autoComplete="username" isRequired />
        <Submit>Send the letter</Submit>
      </Form>
      <p className="actions">
        <a href="/sign-in">Sign in</a>
      </p>
    </section>
  )
}
