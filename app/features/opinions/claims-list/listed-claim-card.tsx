import { StandingWords } from '#app/features/ballots/standing.tsx'
import { ClaimCard } from '#app/features/claims/claim-card.tsx'
import type { ListedClaim } from './claims-list.server.ts'
import type { ClaimSort } from './sort.ts'

/** A claim in the list of claims, with why it stands there. */
export function ListedClaimCard({ listed, sort }: { listed: ListedClaim; sort: ClaimSort }) {
  const { claim, standing, reason, saysFirst } = listed
  return (
    <>
      <ClaimCard claim={claim} standing={<StandingWords claim={claim} standing={standing} />} />
      {reason ? <p className="reason-line">{reason}</p> : null}
      {saysFirst && sort !== 'newest' ? (
        <p className="reason-line soft">
          <a href={`/claims/${claim.id}#question`}>Say first</a>, and see then why it stands here.
        </p>
      ) : null}
    </>
  )
}
