import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnActs } from '#app/features/moderation/acts/act-list.tsx'
import { actsOf } from '#app/features/moderation/acts/acts.server.ts'
import { suspendedUntil } from '#app/features/moderation/acts/suspending.server.ts'
import { AppealForm } from '#app/features/moderation/appeals/appeal-form.tsx'
import { appeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = titled('What moderators did to your things')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  return { acts: await actsOf(db, member), until: await suspendedUntil(db, member) }
})

export const action = pageAction(async ({ db, member, form }) => {
  await appeal(db, member, form.get('act') ?? '', form.values())
  return redirect('/settings/moderation')
})

export default function OwnModeration() {
  const { acts, until } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>What moderators did to your things</h1>
      {until === null ? null : (
        <p className="notice">
          You are suspended until <Time ms={until} />: you can read, <a href="/settings/data">take your data</a>, appeal
          here and <a href="/settings/removal">leave</a>, and not write.
        </p>
      )}
      {refused ? (
        <p className="refused" role="alert">
          {Object.values(refused.errors).flat().join(' ')}
        </p>
      ) : null}
      {acts.length === 0 ? (
        <Empty>
          No moderator has touched anything of yours. What they do stands here, with the rule and why, and a form to
          appeal.
        </Empty>
      ) : null}
      <OwnActs acts={acts} after={(act) => <AppealForm act={act} />} />
    </section>
  )
}
