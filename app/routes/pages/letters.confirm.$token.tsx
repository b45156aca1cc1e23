import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmAddress, findLetter } from '#app/features/accounts/letters/letters.server.ts'
import { headed } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'

// No other site is told the address; with `no-referrer` a browser would not say to this one where the form came from.
export const meta = headed(() => ({
  title: 'Confirm your address',
  more: [{ name: 'referrer', content: 'same-origin' }],
}))

export const loader = pageLoader(async ({ db, params }) => findLetter(db, params.token, 'confirm'))

export const action = openAction(async ({ db, params }) => {
  await confirmAddress(db, params.token)
  return redirect('/settings/sign-in')
})

/** Opening the link changes nothing, since programs that look at mails for people open links too. */
export default function ConfirmAddress() {
  const { handle, address } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Confirm your address</h1>
      <form method="post">
        <p>
          Mail of {handle} will go to {address}.
        </p>
        <button className="button" type="submit">
          Confirm
        </button>
      </form>
    </section>
  )
}
