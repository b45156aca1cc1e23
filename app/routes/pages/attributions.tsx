import { useLoaderData } from '@remix-run/react'
import { mayUse } from '#app/features/accounts/member.ts'
import { OpenAttributions } from '#app/features/moderation/attribution-forms.tsx'
import { openAttributions } from '#app/features/moderation/attributions.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Who imported authors are')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  if (!mayUse(member, 'moderate')) throw notAllowed('Only moderators decide who an imported author is.')
  return { open: await openAttributions(db) }
})

export default function Attributions() {
  const { open } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Who imported authors are</h1>
      <OpenAttributions attributions={open} />
    </section>
  )
}
