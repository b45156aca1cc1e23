import type { ReactNode } from 'react'
import { Empty, MemberLink } from '#app/ui/plain.tsx'
import { ProseHtml } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Claim } from './claim.ts'

const kindWords = { case: 'Case', proposition: 'Proposition' } as const

interface CardProps {
  claim: Claim
  standing?: ReactNode
  level?: 'h2' | 'h3'
}

/** A claim in a list; what is known of its votes comes in `standing`. */
export function ClaimCard({ claim, standing, level: Heading = 'h2' }: CardProps) {
  return (
    <>
      <Heading>
        <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </Heading>
      {claim.differs ? <p className="differs">{claim.differs}</p> : null}
      <p className="meta">
        <KindWords claim={claim} />
        {standing}
      </p>
    </>
  )
}

function KindWords({ claim }: { claim: Claim }) {
  return (
    <span>
      {claim.variantOf ? 'Variant' : kindWords[claim.kind]}
      {claim.asks ? `: ${claim.asks}` : ''}
    </span>
  )
}

/** The top of a claim's page: what is claimed, what it asks, what would settle it. */
export function ClaimHead({ claim, parent }: { claim: Claim; parent: Claim | null }) {
  return (
    <header className="claim-head">
      <p className="meta">
        <KindWords claim={claim} />
        <span>
          proposed by <MemberLink handle={claim.author.handle} />
        </span>
        <Time ms={claim.createdAt} />
      </p>
      <h1 dir="auto">{claim.statement}</h1>
      {parent ? (
        <p className="differs">
          As in <a href={`/claims/${parent.id}`}>{parent.statement}</a>, but: {claim.differs}
        </p>
      ) : null}
      {claim.context ? <ProseHtml className="prose" html={claim.contextHtml} /> : null}
      {claim.settledBy ? (
        <p className="settled-by">
          <strong>What would settle it:</strong> {claim.settledBy}
        </p>
      ) : null}
    </header>
  )
}

/** What one can add to a claim. */
export function ClaimSteps({ claim }: { claim: Claim }) {
  const at = `/claims/${claim.id}`
  return (
    <p className="actions steps">
      {claim.kind === 'case' ? <a href={`${at}/framings/new`}>Propose a framing</a> : null}
      <a href={`${at}/standpoints/new`}>Add a standpoint</a>
      <a href={`${at}/history`}>
        {claim.version === 1 ? 'History of its words' : `${claim.version} versions of its words`}
      </a>
      {claim.kind === 'case' ? <a href={`/claims/new?variantOf=${claim.id}`}>Propose a variant</a> : null}
    </p>
  )
}

/** Frames the list of arguments, which a higher room draws. */
export function ArgumentsSection(props: { count: number; argueAt: string; children: ReactNode }) {
  return (
    <section id="arguments" aria-labelledby="arguments-heading">
      <h2 id="arguments-heading">The arguments</h2>
      {props.count > 0 ? (
        props.children
      ) : (
        <Empty href={props.argueAt} step="Argue">
          Nobody has argued yet that a framing fits or does not, with the words of a transcript as evidence.
        </Empty>
      )}
    </section>
  )
}
