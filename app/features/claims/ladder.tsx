import type { ReactNode } from 'react'
import type { Claim } from './claim.ts'

export interface Rung {
  claim: Claim
  /** What is known of its votes, drawn by whoever knows. */
  standing: ReactNode
}

/** A case and its variants: where does the word stop fitting? */
export function Ladder({ rungs, here, word }: { rungs: readonly Rung[]; here: string; word: string | undefined }) {
  return (
    <section id="ladder" className="ladder" aria-labelledby="ladder-heading">
      <h2 id="ladder-heading">The ladder</h2>
      <p className="soft">The same case with one line changed{word ? <>: where does “{word}” stop fitting?</> : '.'}</p>
      <ol>
        {rungs.map(({ claim, standing }) => (
          <li key={claim.id} aria-current={claim.id === here ? 'true' : undefined}>
            <p>
              {claim.id === here ? (
                <strong>{rungWords(claim)}</strong>
              ) : (
                <a href={`/claims/${claim.id}`}>{rungWords(claim)}</a>
              )}
            </p>
            {standing}
          </li>
        ))}
      </ol>
    </section>
  )
}

const rungWords = (claim: Claim) => claim.differs || claim.statement

/** Propositions on which the disagreement turns; each with what is known, in a sentence. */
export function Cruxes({ cruxes }: { cruxes: readonly { proposition: Claim; words: string }[] }) {
  if (cruxes.length === 0) return null
  return (
    <section id="cruxes" className="cruxes" aria-labelledby="cruxes-heading">
      <h2 id="cruxes-heading">{cruxes.length === 1 ? 'The crux' : 'The cruxes'}</h2>
      <ul className="list">
        {cruxes.map(({ proposition, words }) => (
          <li key={proposition.id}>
            <h3>
              <a href={`/claims/${proposition.id}`}>{proposition.statement}</a>
            </h3>
            <p className="soft">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
