import { ArgumentStanding } from './argument-standing.tsx'
import type { StandingArgument } from './standing-argument.ts'

/** Under what a post argues: how that stands, and the way to what else is argued about it. */
export function ArgumentBar({ argument }: { argument: StandingArgument | null }) {
  if (!argument) return null
  const { claimId, framingId, framingName } = argument
  return (
    <aside className="argument-bar" aria-label="This argument">
      <ArgumentStanding argument={argument} />
      <p className="small">
        <a href={`/claims/${claimId}/arguments?framing=${framingId}`}>Every argument on “{framingName}”</a>
      </p>
    </aside>
  )
}
