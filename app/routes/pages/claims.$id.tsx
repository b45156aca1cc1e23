import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ballotsOf, judgeByForm, shownBallots } from '#app/features/ballots/ballots.server.ts'
import { Question } from '#app/features/ballots/question.tsx'
import { Beside, Standing } from '#app/features/ballots/standing.tsx'
import { ladderOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import { ArgumentsSection, ClaimHead, ClaimSteps } from '#app/features/claims/claim-card.tsx'
import { claimsByIds, findClaim } from '#app/features/claims/claims.server.ts'
import { ArgumentList } from '#app/features/discussion/arguments/evidence-card.tsx'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { CampsSection } from '#app/features/opinions/camps-page/camps-section.tsx'
import { campsOf } from '#app/features/opinions/runs/runs.server.ts'
import { argumentPage } from '#app/features/votes/argument-order.server.ts'
import { threadPage } from '#app/features/votes/subject-thread.server.ts'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { shortened } from '#app/lib/text.ts'

const totals = 'parallax_totals'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${shortened(data?.claim.statement ?? 'Claim', 80)} · Parallax` },
]

export const loader = pageLoader(async ({ db, member, params, url, request, camps }) => {
  const claim = await findClaim(db, params.id)
  const tally = await tallyOf(db, claim.id)
  const mine = member ? await ballotsOf(db, member, claim.id) : { ballots: [], handles: [] }
  const isSilent = member !== null && mine.ballots.length + mine.handles.length === 0
  const wasAsked = isSilent && (request.headers.get('cookie') ?? '').includes(`${totals}=shown`)
  const named = [claim.variantOf ?? '', ...tally.cruxes.map((crux) => crux.propositionId)]
  return {
    claim,
    tally,
    mine,
    wasAsked,
    isFolded: isSilent && !wasAsked && tally.voters > 0,
    more: url.searchParams.get('more'),
    shown: await shownBallots(db, claim.id),
    ladder: await ladderOf(db, claim),
    named: await claimsByIds(db, named),
    camps: {
      own: await campsOf(db, camps, claim.id, 'own'),
      elsewhere: await campsOf(db, camps, claim.id, 'elsewhere'),
    },
    argued: await argumentPage(db, claim.id, member),
    isFollowed: await isFollowing(db, member, { kind: 'claim', id: claim.id }),
    thread: await threadPage(db, { kind: 'claim', id: claim.id }, member, url.searchParams),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const [at, intent] = [`/claims/${params.id}`, form.get('intent')]
  if (intent !== 'show' && intent !== 'fold')
    return redirect(at + (await judgeByForm(db, member, params.id, form.values())))
  const kept = intent === 'show' ? 'shown; Max-Age=31536000' : '; Max-Age=0'
  return redirect(`${at}#standing`, { headers: { 'set-cookie': `${totals}=${kept}; Path=/claims; SameSite=Lax` } })
})

export default function ClaimPage() {
  const { claim, tally, mine, named, ladder, camps, argued, thread, isFollowed, ...view } =
    useLoaderData<typeof loader>()
  return (
    <article className="claim">
      <ClaimHead claim={claim} parent={named.find(({ id }) => id === claim.variantOf) ?? null} />
      <Question claim={claim} tally={tally} mine={mine} showsTotals={!view.isFolded} />
      <Standing claim={claim} tally={tally} mine={mine} {...view}>
        <ClaimSteps claim={claim} />
        <Beside claim={claim} ladder={ladder} cruxes={tally.cruxes} named={named} isFolded={view.isFolded} />
      </Standing>
      {view.isFolded ? null : <CampsSection claim={claim} {...camps} />}
      <ArgumentsSection count={argued.arguments.length} argueAt={`/comments/new?on=claim.${claim.id}`}>
        <ArgumentList {...argued} />
      </ArgumentsSection>
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
    </article>
  )
}
