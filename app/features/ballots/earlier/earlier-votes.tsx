import type { Claim } from '#app/features/claims/claim.ts'
import { counted } from '#app/ui/plain.tsx'
import type { Tally } from '../tally.ts'
import { verdictWords } from '../tally-words.ts'
import type { Earlier } from './earlier.ts'

interface Props {
  claim: Claim
  earlier: Earlier
}

/** What the reader said before the words changed: still so, or not; one tap for all. */
export function OwnEarlier({ claim, earlier }: Props) {
  const count = earlier.ballots.length + earlier.handles.length
  if (count === 0) return null
  const [is, it, holds] = count === 1 ? ['is', 'it', 'it holds'] : ['are', 'them', 'they hold']
  return (
    <section className="earlier-votes card" aria-labelledby="earlier-heading">
      <h2 id="earlier-heading">The words have changed since you voted</h2>
      <p>
        {counted(count, 'vote')} of yours {is} set apart: cast on words that meant something else, and not counted until
        you say that {holds} of the <a href={`/claims/${claim.id}/history`}>words as they are now</a>.
      </p>
      <OwnVotes claim={claim} earlier={earlier} />
      <form method="post" action={`/claims/${claim.id}/still`} data-swap="question standing" className="actions">
        <button className="button" type="submit" name="still" value="yes">
          Still so{count === 1 ? '' : `, all ${count}`}
        </button>
        <button className="button quiet" type="submit" name="still" value="no">
          Take {it} back
        </button>
      </form>
    </section>
  )
}

function OwnVotes({ claim, earlier: { ballots, handles } }: Props) {
  const nameOf = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? 'none of these'
  const from = (standpointId: string) =>
    standpointId === claim.standpoints[0]?.id ? '' : `, ${nameOf(claim.standpoints, standpointId)}`
  return (
    <ul>
      {handles.map(({ standpointId, framingId, ofName }) => (
        <li key={standpointId}>
          You would call it <strong>{nameOf(claim.framings, framingId)}</strong>
          {from(standpointId)}
          <MergedFrom name={ofName} />
        </li>
      ))}
      {ballots.map(({ standpointId, framingId, verdict, ofName }) => (
        <li key={`${standpointId} ${framingId}`}>
          {nameOf(claim.framings, framingId)}: <strong>{verdictWords[claim.kind][verdict]}</strong>
          {from(standpointId)}
          <MergedFrom name={ofName} />
        </li>
      ))}
    </ul>
  )
}

function MergedFrom({ name }: { name: string | null }) {
  if (name === null) return null
  return <span className="soft small"> (said of “{name}”, which was merged into this)</span>
}

/** What others said of a framing before the words changed; beside the tally, never in it. */
export function EarlierWords({ claim, framingId, tally }: { claim: Claim; framingId: string; tally: Tally }) {
  const cells = tally.earlier.filter((cell) => cell.framingId === framingId)
  const overall = cells.find((cell) => cell.standpointId === claim.standpoints[0]?.id)
  const votes = cells.reduce((sum, { fits, partly, misfits, unsure }) => sum + fits + partly + misfits + unsure, 0)
  const names = cells.reduce((sum, { handles }) => sum + handles, 0)
  if (votes + names === 0) return null
  const words = verdictWords[claim.kind]
  const said = overall
    ? (['fits', 'partly', 'misfits', 'unsure'] as const)
        .filter((verdict) => overall[verdict] > 0)
        .map((verdict) => `${overall[verdict]} ${words[verdict]}`)
    : []
  return (
    <p className="soft small earlier-words">
      On <a href={`/claims/${claim.id}/history`}>earlier words</a>, not counted:{' '}
      {[votes > 0 ? counted(votes, 'ballot') : '', names > 0 ? `${names} would call it this` : '']
        .filter(Boolean)
        .join(', ')}
      {said.length > 0 ? ` (all things considered: ${said.join(', ')})` : ''}.
    </p>
  )
}
