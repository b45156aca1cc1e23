import type { Claim } from '#app/features/claims/claim.ts'
import { ArgumentItem } from '#app/features/discussion/arguments/argument-item.tsx'
import type { Cards } from '#app/features/discussion/arguments/evidence.server.ts'
import { counted } from '#app/ui/plain.tsx'
import { ArgumentStanding } from './argument-standing.tsx'
import { arguePath } from './arguments-tools.tsx'
import type { ArguedFraming, StrongestOnClaim } from './list-arguments.server.ts'

interface Props {
  claim: Claim
  strongest: StrongestOnClaim
  cards: Cards
}

/** On a claim's page: for each framing the strongest argument for it and against it, and the way to the rest. */
export function StrongestArguments({ claim, strongest: { framings, count, more }, cards }: Props) {
  return (
    <div className="arguments">
      {framings.map((argued) => (
        <Argued key={argued.framingId} claim={claim} argued={argued} cards={cards} />
      ))}
      <p className="actions">
        <a href={`/claims/${claim.id}/arguments`}>
          All {counted(count, 'argument')}
          {more > 0 ? `, also about ${counted(more, 'other framing')}` : ''}
        </a>
        <a href={arguePath(claim.id)}>Argue</a>
      </p>
      <p className="soft small">
        The strongest is the one that most members approve whose own ballot says otherwise, at least three; without such
        votes, the one most surely worth reading. <a href="/numbers#ranking">How this is counted</a>
      </p>
    </div>
  )
}

function Argued({ claim, argued, cards }: { claim: Claim; argued: ArguedFraming; cards: Cards }) {
  const framing = claim.framings.find(({ id }) => id === argued.framingId)
  if (!framing) return null
  const heading = `arguments-${framing.id}`
  return (
    <section className={`hue-${framing.hue}`} aria-labelledby={heading}>
      <h3 id={heading} className="framing-name">
        {framing.name}
      </h3>
      <div className="sides">
        <Side claim={claim} argued={argued} direction="for" cards={cards} />
        <Side claim={claim} argued={argued} direction="against" cards={cards} />
      </div>
    </section>
  )
}

const titles = { for: 'For', against: 'Against' }

function Side(props: { claim: Claim; argued: ArguedFraming; direction: 'for' | 'against'; cards: Cards }) {
  const { claim, argued, direction, cards } = props
  const [argument, count] = [argued.strongest[direction], argued.count[direction]]
  const about = { framing: argued.framingId, direction }
  const name = claim.framings.find(({ id }) => id === argued.framingId)?.name
  return (
    <div className="side">
      <h4>{`${titles[direction]} · ${counted(count, 'argument')}`}</h4>
      {argument ? (
        <ArgumentItem argument={argument} cards={cards}>
          <ArgumentStanding argument={argument} />
        </ArgumentItem>
      ) : (
        <p className="soft">
          Nobody has argued this yet.{' '}
          <a href={arguePath(claim.id, about)}>
            Argue it
            <span className="visually-hidden">
              : {direction} {name}
            </span>
          </a>
        </p>
      )}
      {count > 1 ? (
        <p className="actions">
          <a href={`/claims/${claim.id}/arguments?${new URLSearchParams(about)}`}>
            All {count} arguments {direction}
            <span className="visually-hidden"> {name}</span>
          </a>
        </p>
      ) : null}
    </div>
  )
}
