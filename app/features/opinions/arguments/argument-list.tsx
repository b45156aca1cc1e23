import { ArgumentItem } from '#app/features/discussion/arguments/argument-item.tsx'
import type { Cards } from '#app/features/discussion/arguments/evidence.server.ts'
import { BearingLine } from '#app/features/discussion/arguments/evidence-card.tsx'
import { ArgumentStanding } from './argument-standing.tsx'
import type { StandingArgument } from './standing-argument.ts'

/** Arguments one below the other, each with what it argues. */
export function ArgumentList(props: { arguments: StandingArgument[]; cards: Cards; isOnItsClaim?: boolean }) {
  return (
    <ul className="list argument-list">
      {props.arguments.map((argument) => (
        <li key={argument.source.id}>
          <ArgumentItem
            argument={argument}
            cards={props.cards}
            about={<BearingLine bearing={argument} isOnItsClaim={props.isOnItsClaim} />}
          >
            <ArgumentStanding argument={argument} />
          </ArgumentItem>
        </li>
      ))}
    </ul>
  )
}
