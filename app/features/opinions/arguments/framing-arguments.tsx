import type { Cards } from '#app/features/discussion/arguments/evidence.server.ts'
import { ArgumentList } from './argument-list.tsx'
import type { StandingArgument } from './standing-argument.ts'

interface Props {
  strongest: Record<StandingArgument['direction'], StandingArgument[]>
  cards: Cards
}

/** On a framing's page: the strongest arguments over all the claims that it is judged on. */
export function FramingArguments({ strongest, cards }: Props) {
  if (strongest.for.length + strongest.against.length === 0) return null
  return (
    <section aria-labelledby="arguments-heading" id="arguments">
      <h2 id="arguments-heading">The strongest arguments, over all claims</h2>
      <Side title="For" side={strongest.for} cards={cards} />
      <Side title="Against" side={strongest.against} cards={cards} />
    </section>
  )
}

function Side({ title, side, cards }: { title: string; side: StandingArgument[]; cards: Cards }) {
  return (
    <>
      <h3>{title}</h3>
      {side.length === 0 ? <p className="soft">Nobody has argued this yet.</p> : null}
      <ArgumentList arguments={side} cards={cards} />
    </>
  )
}
