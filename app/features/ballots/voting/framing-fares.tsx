import { ClaimCard } from '#app/features/claims/claim-card.tsx'
import type { Framing } from '#app/features/claims/framing.ts'
import { PlotAxis, plotCaption } from '#app/ui/plots/standpoint-plot.tsx'
import { OneCell } from '../standing.tsx'
import { axisEnds } from '../tally-words.ts'
import type { Fare } from './voting-page.server.ts'

/** How a framing fares on claims; where a member has yet to say, they say first. */
export function FramingFares({ framing, fares }: { framing: Framing; fares: readonly Fare[] }) {
  return (
    <>
      <div className="one-cell">
        <PlotAxis ends={axisEnds[framing.isBuiltIn ? 'proposition' : 'case']} />
      </div>
      <ul className="list">
        {fares.map(({ claim, isTold, cell }) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} level="h3" />
            {isTold ? (
              <OneCell claim={claim} framing={framing} cell={cell} />
            ) : (
              <p className="soft small">
                <a href={`/claims/${claim.id}#question`}>Say first</a>, and see then how it fares there.
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">{plotCaption}</p>
    </>
  )
}
