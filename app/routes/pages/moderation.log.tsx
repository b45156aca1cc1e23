import { useLoaderData } from '@remix-run/react'
import { mayModerate } from '#app/features/moderation/acts/act.ts'
import { ActList } from '#app/features/moderation/acts/act-list.tsx'
import { newestActs } from '#app/features/moderation/acts/acts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'What moderators did',
  'What moderators did, by which rule and why: everything, in the open.',
)

export const loader = pageLoader(async ({ db, member, url }) => ({
  ...(await newestActs(db, pageOf(url, 50))),
  isModerator: mayModerate(member),
}))

export default function ModerationLog() {
  const { items, next, isModerator } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What moderators did</h1>
      <p>
        Every act, with <a href="/rules">the rule</a> that it goes by. Whose things they were and what moderators wrote
        to them is left out; whoever it concerns reads that in their settings, and can appeal.
      </p>
      {items.length === 0 ? (
        <Empty>No moderator has done anything yet. What they do stands here from then on.</Empty>
      ) : (
        <ActList acts={items} isModerator={isModerator} />
      )}
      <More url="/moderation/log" next={next} />
    </section>
  )
}
