import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayModerate } from '#app/features/moderation/acts/act.ts'
import { findThing } from '#app/features/moderation/acts/things.server.ts'
import { decideAppeal, openAppeals } from '#app/features/moderation/appeals/appeals.server.ts'
import { openAttributionCount } from '#app/features/moderation/attributions.server.ts'
import { openFlags } from '#app/features/moderation/flags/flags.server.ts'
import { AppealQueue, FlagQueue } from '#app/features/moderation/queue.tsx'
import { BurstList } from '#app/features/moderation/young/burst-list.tsx'
import { recentBursts } from '#app/features/moderation/young/young.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('What waits for moderators')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  if (!mayModerate(member)) throw notAllowed('Only moderators see what is flagged.')
  const open = await openFlags(db)
  const flagged = await Promise.all(open.map(async (one) => ({ ...one, thing: await findThing(db, one, member) })))
  const asked = await openAttributionCount(db)
  return { reader: member.handle, asked, flagged, appeals: await openAppeals(db), bursts: await recentBursts(db) }
})

export const action = pageAction(async ({ db, member, form }) => {
  await decideAppeal(db, member, form.get('act') ?? '', form.values())
  return redirect('/moderation')
})

export default function Moderation() {
  const { reader, asked, flagged, appeals, bursts } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>What waits for moderators</h1>
      <p className="actions">
        <a href="/moderation/log">The log</a>
        <a href="/rules">The rules</a>
        <a href="/attributions">Who imported authors are{asked > 0 ? `: ${asked} to decide` : ''}</a>
      </p>
      {refused ? (
        <p className="refused" role="alert">
          {Object.values(refused.errors).flat().join(' ')}
        </p>
      ) : null}
      <h2>Flagged</h2>
      <FlagQueue flagged={flagged} reader={reader} />
      <h2 id="appeals">Appeals</h2>
      <AppealQueue appeals={appeals} reader={reader} />
      {bursts.length > 0 ? (
        <>
          <h2>Many young accounts at once</h2>
          <BurstList bursts={bursts} />
        </>
      ) : null}
    </section>
  )
}
