import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { mayUse } from '#app/features/accounts/member.ts'
import { RemovalForm, WhatGoes } from '#app/features/keeping/removing/removal-form.tsx'
import { removeMember } from '#app/features/keeping/removing/removals.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Remove an account')

export const loader = pageLoader(async (asked) => {
  if (!asked.member) throw notSignedIn()
  if (!mayUse(asked.member, 'administer')) throw notAllowed('Only admins remove other people’s accounts.')
  const { id, handle } = await profileAt(asked)
  if (id === asked.member.id) throw redirect('/settings/removal')
  return { handle }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const removed = await removeMember(db, member, await findProfile(db, params.handle), form.values())
  return redirect(`/members/${removed.handle}`)
})

export default function RemoveMember() {
  const { handle } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Remove the account of {handle}</h1>
      <div className="prose">
        <WhatGoes />
      </div>
      <h2>Remove it</h2>
      <RemovalForm handle={handle} refused={useRefused()} />
    </section>
  )
}
