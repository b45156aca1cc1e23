import type { Claim } from '#app/features/claims/claim.ts'
import { verdicts } from '../ballot.ts'
import { verdictWords } from '../tally-words.ts'

interface Props {
  claim: Claim
  /** The framing that the reader would call it by, null for none of these; undefined while they have not said. */
  named: string | null | undefined
}

const mostNames = 8

/** The one question of a claim, asked where the claim is only shown: a tap answers it and leads to the claim. */
export function OneTap({ claim, named }: Props) {
  const [standpoint, framing] = [claim.standpoints[0], claim.framings[0]]
  if (!standpoint || !framing) return null
  return (
    <form
      method="post"
      action={`/claims/${claim.id}`}
      className="choices one-tap"
      aria-labelledby={`asked-${claim.id}`}
    >
      <input type="hidden" name="standpoint" value={standpoint.id} />
      {claim.kind === 'case' ? (
        <Names claim={claim} named={named} />
      ) : (
        <>
          <input type="hidden" name="intent" value="ballot" />
          <input type="hidden" name="framing" value={framing.id} />
          {verdicts.map((verdict) => (
            <button key={verdict} type="submit" name="verdict" value={verdict}>
              {verdictWords.proposition[verdict]}
            </button>
          ))}
        </>
      )}
    </form>
  )
}

function Names({ claim, named }: Props) {
  return (
    <>
      <input type="hidden" name="intent" value="handle" />
      {claim.framings.slice(0, mostNames).map(({ id, name, definition, hue }) => (
        <button
          key={id}
          type="submit"
          name="framing"
          value={id}
          className={`name hue-${hue}`}
          aria-pressed={named === id}
          title={definition}
        >
          {name}
        </button>
      ))}
      <button type="submit" name="framing" value="none" aria-pressed={named === null}>
        none of these
      </button>
    </>
  )
}

/** What a tap does, said beside it until there was one. */
export function WhatATapDoes({ kind }: Pick<Claim, 'kind'>) {
  return (
    <p className="hint">
      {kind === 'case' ? 'One tap: the name you would use. ' : 'One tap says what you hold. '}
      It is counted and not shown as yours; change it or take it back when you like.
    </p>
  )
}
