import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProfile, memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import { mayUse } from '#app/features/accounts/member.ts'
import { AskForm, AttributeForm, OpenAttributions } from '#app/features/moderation/attribution-forms.tsx'
import {
  askedBy,
  askForAttribution,
  attribute,
  openAttributions,
  refuseAttribution,
} from '#app/features/moderation/attributions.server.ts'
import { attributeFollows } from '#app/features/notifications/follows.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { invalid, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'
import { inTransaction } from '#db/transaction.ts'

export const meta = titled('Who an imported author is')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const { id, handle, unclaimed } = await findProfile(db, params.handle)
  if (!unclaimed) throw redirect(`/members/${handle}`)
  const isModerator = mayUse(member, 'moderate')
  const open = isModerator ? await openAttributions(db, id) : []
  return { handle, isModerator, open, asked: await askedBy(db, member, id) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const unclaimed = await findProfile(db, params.handle)
  const intent = form.get('intent')
  if (intent !== 'grant' && intent !== 'refuse') {
    await askForAttribution(db, member, unclaimed, form.get('why') ?? '')
    return redirect(`/members/${unclaimed.handle}/attribution`)
  }
  const who = await memberOfHandle(db, form.get('handle') ?? '')
  if (!who) throw invalid({ handle: 'There is no member with this handle.' })
  if (intent === 'grant')
    await inTransaction(db, async (tx) => {
      await attribute(tx, member, unclaimed, who)
      await attributeFollows(tx, unclaimed.id, who.id)
    })
  else await refuseAttribution(db, member, unclaimed, who)
  return redirect(intent === 'grant' ? `/members/${who.handle}` : `/members/${unclaimed.handle}/attribution`)
})

export default function AttributionPage() {
  const { handle, isModerator, open, asked } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const isAsking = refused?.values.intent === 'ask'
  return (
    <section className="column">
      <h1>Who {handle} is</h1>
      <p>
        <a href={`/members/${handle}`}>{handle}</a> stands for somebody whose words were imported. Whoever that is can
        have what they wrote as their own, once a moderator has looked.
      </p>
      <h2>It is me</h2>
      <AskForm handle={handle} asked={asked} refused={isAsking ? refused : undefined} />
      {isModerator ? (
        <>
          <h2>For moderators</h2>
          <OpenAttributions attributions={open} />
          <AttributeForm handle={handle} refused={isAsking ? undefined : refused} />
        </>
      ) : null}
    </section>
  )
}
