import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findThing, thingAt } from '#app/features/moderation/acts/things.server.ts'
import { FlagForm } from '#app/features/moderation/flags/flag-form.tsx'
import { flag, ownFlag, takeBackFlag } from '#app/features/moderation/flags/flags.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Flag')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const thing = await findThing(db, thingAt(params.type, params.id), member)
  const { kind, path, words, handle, authorId } = thing
  return { kind, path, words, handle, isMine: authorId === member.id, own: await ownFlag(db, member, thing) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const thing = thingAt(params.type, params.id)
  if (form.get('intent') === 'take-back') await takeBackFlag(db, member, thing)
  else await flag(db, member, thing, form.values())
  return redirect(`/flags/${thing.kind}/${thing.id}`)
})

export default function Flag() {
  const refused = useRefused()
  const { kind, path, words, handle, isMine, own } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Flag a {kind}</h1>
      <p>
        <a href={path}>{kind === 'member' ? handle : `What ${handle} wrote`}</a>
      </p>
      {words ? <blockquote className="prose">{words}</blockquote> : null}
      <p>
        A flag asks moderators to look whether one of <a href="/rules">the rules</a> is broken. To disagree, vote or
        answer: a view that you find wrong breaks no rule.
      </p>
      {isMine ? <p className="notice">This is your own.</p> : <FlagForm own={own} refused={refused} />}
    </section>
  )
}
