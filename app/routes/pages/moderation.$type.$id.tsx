import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { movedFrom } from '#app/features/discussion/moving/move-comment.server.ts'
import { mayModerate } from '#app/features/moderation/acts/act.ts'
import { ActForm } from '#app/features/moderation/acts/act-form.tsx'
import { OwnActs } from '#app/features/moderation/acts/act-list.tsx'
import { actsOf, actsOnThing, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { findThing, thingAt } from '#app/features/moderation/acts/things.server.ts'
import { waitingCount } from '#app/features/moderation/acts/waiting.server.ts'
import { flaggedBeside, openFlags } from '#app/features/moderation/flags/flags.server.ts'
import { FlagWords } from '#app/features/moderation/queue.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'

export const meta = titled('Moderate')

export const loader = pageLoader(async ({ db, member, params, url }) => {
  if (!member) throw notSignedIn()
  if (!mayModerate(member)) throw notAllowed('Only moderators do this.')
  const thing = await findThing(db, thingAt(params.type, params.id), member)
  const [flagged] = await openFlags(db, thing)
  const acts = thing.kind === 'member' ? await actsOf(db, thing) : await actsOnThing(db, thing)
  const back = thing.kind === 'comment' ? await movedFrom(db, thing.id) : null
  const beside = (await flaggedBeside(db, thing)).length
  return {
    thing,
    back,
    flagged,
    acts,
    beside,
    waiting: await waitingCount(db, member),
    isDone: url.searchParams.has('done'),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const thing = thingAt(params.type, params.id)
  await moderate(db, member, thing, form.values())
  return redirect(`/moderation/${thing.kind}/${thing.id}?done`)
})

export default function ModerateThing() {
  const { thing, back, flagged, acts, beside, waiting, isDone } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Moderate a {thing.kind}</h1>
      <p className="actions">
        <a href={thing.path}>Where it stands</a>
        {thing.kind === 'member' ? null : (
          <a href={`/moderation/member/${thing.authorId}`}>What was done to {thing.handle}’s things</a>
        )}
        <a href="/moderation">What waits</a>
      </p>
      {isDone ? (
        <p className="notice" role="status">
          Done.{' '}
          <a href="/moderation">
            {waiting ? `${waiting} more ${waiting === 1 ? 'waits' : 'wait'}` : 'Nothing else waits'}
          </a>
        </p>
      ) : null}
      {thing.words ? <blockquote className="prose">{thing.words}</blockquote> : null}
      {thing.isThere ? null : (
        <p className="notice">
          It is not shown: a tombstone stands in its place{thing.isOwnDeletion ? ', since its author deleted it' : ''}.
        </p>
      )}
      {flagged ? <p>Flagged by {counted(flagged.count, 'member')}.</p> : null}
      {flagged ? <FlagWords said={flagged.said} /> : null}
      <ActForm thing={thing} back={back} rule={flagged?.said[0]?.rule} beside={beside} refused={refused} />
      {acts.length > 0 ? <h2>What was done before</h2> : null}
      <OwnActs acts={acts} />
    </section>
  )
}
