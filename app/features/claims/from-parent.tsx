import { nameKey } from '#app/lib/text.ts'
import type { Claim } from './claim.ts'

/** What the case that a variant differs from has got since: its later framings and standpoints, which the variant lacks. */
export function lackingFrom(
  parent: Pick<Claim, 'framings' | 'standpoints'>,
  claim: Pick<Claim, 'framings' | 'standpoints'>,
) {
  const names = new Set(claim.standpoints.map(({ name }) => nameKey(name)))
  return {
    framings: parent.framings.filter(({ id }) => !claim.framings.some((own) => own.id === id)),
    standpoints: parent.standpoints.filter(({ name }) => !names.has(nameKey(name))),
  }
}

/** Offers what the original case has got since; each is taken over with one tap. */
export function FromParent({ claim, parent }: { claim: Claim; parent: Claim | null }) {
  if (!parent) return null
  const { framings, standpoints } = lackingFrom(parent, claim)
  if (framings.length + standpoints.length === 0) return null
  return (
    <details className="from-parent">
      <summary>The case that this is a variant of has got more since</summary>
      <ul>
        {framings.map(({ id, name, definition }) => (
          <TakeOver key={id} name={name} definition={definition} at={`/claims/${claim.id}/framings/new`} />
        ))}
        {standpoints.map(({ id, propositionId, ...words }) => {
          const at = `/claims/${claim.id}/standpoints/new`
          return (
            <TakeOver key={id} name={words.name} definition={words.definition} at={at} proposition={propositionId} />
          )
        })}
      </ul>
    </details>
  )
}

interface TakenOver {
  name: string
  definition: string
  at: string
  proposition?: string | null
}

function TakeOver({ name, definition, at, proposition }: TakenOver) {
  return (
    <li>
      <strong>{name}</strong> <span className="soft small">{definition}</span>
      <form method="post" action={at}>
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="definition" value={definition} />
        {proposition ? <input type="hidden" name="propositionId" value={proposition} /> : null}
        <button className="link" type="submit">
          Take over<span className="visually-hidden"> {name}</span>
        </button>
      </form>
    </li>
  )
}
