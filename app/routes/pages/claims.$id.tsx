import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmbedDetails } from '#app/features/ballots/embed/embed-details.tsx'
import { Question } from '#app/features/ballots/question.tsx'
import { Beside, Standing } from '#app/features/ballots/standing.tsx'
import { ladderOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import { OwnBallots } from '#app/features/ballots/voting/own-ballots.tsx'
import { keepingTotals, votingPage } from '#app/features/ballots/voting/voting-page.server.ts'
import { ArgumentsSection, ClaimHead, ClaimSteps } from '#app/features/claims/claim-card.tsx'
import { claimsByIds, findClaim } from '#app/features/claims/claims.server.ts'
import { FromParent } from '#app/features/claims/from-parent.tsx'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { strongestPage } from '#app/features/opinions/arguments/arguments-page.server.ts'
import { StrongestArguments } from '#app/features/opinions/arguments/strongest-arguments.tsx'
import { CampsSection } from '#app/features/opinions/camps-page/camps-section.tsx'
import { actOnClaim, moversOn } from '#app/features/opinions/moving/moving.server.ts'
import { campsOnPage } from '#app/features/opinions/runs/runs.server.ts'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { foundClaim } from '#app/features/votes/found/found-claim.ts'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(foundClaim)

export const loader = pageLoader(async (asked) => {
  const { db, env, member, params, request, camps, ratings, intervals } = asked
  const claim = await findClaim(db, params.id)
  const tally = await tallyOf(db, claim.id, { intervals })
  const voting = await votingPage(db, member, claim, tally, request)
  const named = [claim.variantOf ?? '', ...tally.cruxes.map((crux) => crux.propositionId)]
  return {
    claim,
    tally,
    origin: env.ORIGIN,
    ...voting,
    movers: voting.mine.changed.length > 0 ? await moversOn(db, claim.id) : [],
    ladder: await ladderOf(db, claim),
    named: await claimsByIds(db, named),
    camps: await campsOnPage(db, camps, claim.id),
    argued: await strongestPage({ db, member, ratings, request }, claim, voting.isFolded),
    neighbourhood: await neighbourhoodPage(db, { kind: 'claim', id: claim.id, group: 'claim', name: claim.statement }),
    isFollowed: await isFollowing(db, member, { kind: 'claim', id: claim.id }),
    thread: await drawnThread(asked, { kind: 'claim', id: claim.id }),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const to = `/claims/${params.id}${await actOnClaim(db, member, params.id, form.values())}`
  return redirect(to, { headers: keepingTotals(form.get('intent')) })
})

export default function ClaimPage() {
  const { claim, tally, mine, named, ladder, camps, argued, thread, isFollowed, neighbourhood, ...view } =
    useLoaderData<typeof loader>()
  const parent = named.find(({ id }) => id === claim.variantOf) ?? null
  return (
    <article className="claim">
      <ClaimHead claim={claim} parent={parent} />
      <Question claim={claim} tally={tally} mine={mine} rows={view.rows} showsTotals={!view.isFolded} />
      <Standing claim={claim} tally={tally} mine={mine} {...view}>
        <OwnBallots mine={mine} isOpen={view.isOwnOpen} />
        <ClaimSteps claim={claim} />
        <FromParent claim={claim} parent={parent} />
        <Beside claim={claim} ladder={ladder} cruxes={tally.cruxes} named={named} isFolded={view.isFolded} />
      </Standing>
      <EmbedDetails claim={claim} tally={tally} origin={view.origin} />
      {view.isFolded ? null : <CampsSection claim={claim} {...camps} />}
      <ArgumentsSection count={argued.strongest.count} argueAt={`/comments/new?on=claim.${claim.id}`}>
        <StrongestArguments claim={claim} {...argued} />
      </ArgumentsSection>
      <NeighbourhoodSection {...neighbourhood} />
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
    </article>
  )
}
