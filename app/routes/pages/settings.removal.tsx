import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endSession } from '#app/features/accounts/sessions.server.ts'
import { OwnRemovalForm, WhatGoes } from '#app/features/keeping/removing/removal-form.tsx'
import { removeOneself } from '#app/features/keeping/removing/removals.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Remove my account')

export const loader = pageLoader(async ({ member }) => {
  if (!member) throw notSignedIn()
  return { handle: member.handle }
})

export const action = pageAction(async ({ db, env, member, form, request, limits, address }) => {
  await limits.signIn(address, member.handle, () => removeOneself(db, member, form.values()))
  const { cookie: own, isSecure } = askingOf({ env, request })
  const cookie = await endSession(db, own ?? '', isSecure)
  return redirect('/removed', { headers: { 'set-cookie': cookie } })
})

export default function Removal() {
  const { handle } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Remove my account</h1>
      <div className="prose">
        <WhatGoes />
      </div>
      <h2>Remove it</h2>
      <OwnRemovalForm handle={handle} refused={useRefused()} />
    </section>
  )
}
