import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FramingFares } from '#app/features/ballots/voting/framing-fares.tsx'
import { framingFares } from '#app/features/ballots/voting/voting-page.server.ts'
import { claimsJudgedBy, findFraming } from '#app/features/claims/framings.server.ts'
import { FramingHead } from '#app/features/claims/naming/framing-head.tsx'
import { aliasesOf } from '#app/features/claims/naming/names.server.ts'
import { FramingSteps } from '#app/features/claims/naming/naming-forms.tsx'
import { mayEdit, mayRule } from '#app/features/claims/wording/wording.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { framingArguments } from '#app/features/opinions/arguments/arguments-page.server.ts'
import { FramingArguments } from '#app/features/opinions/arguments/framing-arguments.tsx'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { foundName, headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { whereMerged } from '#app/http/where-merged.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ framing }) => foundName(framing.name, framing.definition))

export const loader = pageLoader(async (asked) => {
  const { db, member, params, url, ratings, request } = asked
  const framing = await findFraming(db, params.id)
  if (framing.mergedInto) throw redirect(whereMerged('framings', framing.id, framing.mergedInto, url))
  const claims = await claimsJudgedBy(db, framing.id, pageOf(url, 30))
  const thread = await drawnThread(asked, { kind: 'framing', id: framing.id })
  const isFollowed = await isFollowing(db, member, { kind: 'framing', id: framing.id })
  const node = { kind: 'framing', id: framing.id, group: 'framing', name: framing.name } as const
  return {
    framing,
    neighbourhood: framing.isBuiltIn ? null : await neighbourhoodPage(db, node),
    thread,
    isFollowed,
    naming: {
      aliases: await aliasesOf(db, framing),
      mayEdit: mayEdit(member, framing.proposerId),
      isRuler: mayRule(member),
    },
    argued: await framingArguments({ db, member, ratings, request }, framing.id),
    fares: await framingFares(asked, framing.id, claims.items),
    next: claims.next,
  }
})

export default function FramingPage() {
  const { framing, fares, next, argued, thread, isFollowed, naming, neighbourhood } = useLoaderData<typeof loader>()
  return (
    <article className={`column framing hue-${framing.hue}`}>
      <FramingHead framing={framing} />
      <FramingSteps framing={framing} {...naming} />
      <h2>How it fares, all things considered</h2>
      <FramingFares framing={framing} fares={fares} />
      <More url={`/framings/${framing.id}`} next={next} />
      <FramingArguments {...argued} />
      {neighbourhood ? <NeighbourhoodSection {...neighbourhood} /> : null}
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
    </article>
  )
}
