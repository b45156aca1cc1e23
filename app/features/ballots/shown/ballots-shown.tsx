import type { Claim } from '#app/features/claims/claim.ts'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Mark } from '#app/ui/plots/marks.tsx'
import type { MovedBy, ShownBallot, ShownBallots } from '../ballot.ts'
import { seenFrom, verdictWords } from '../tally-words.ts'

const outright = 3

/** The ballots of members who show theirs on one framing: a few with reasons, and the rest folded. */
export function BallotsShown({ claim, shown }: { claim: Claim; shown: ShownBallots | undefined }) {
  if (!shown) return null
  const placeOf = (ballot: ShownBallot) => claim.standpoints.findIndex(({ id }) => id === ballot.standpointId)
  const own = shown.ballots.toSorted((a, b) => Number(!a.reason) - Number(!b.reason) || placeOf(a) - placeOf(b))
  const first = own.slice(0, outright).filter(({ reason }) => reason)
  const rest = own.slice(first.length)
  const left = shown.count - shown.ballots.length
  return (
    <>
      {first.length > 0 ? <BallotList claim={claim} ballots={first} /> : null}
      {rest.length > 0 ? (
        <details className="shown-ballots">
          <summary>{counted(rest.length + left, first.length > 0 ? 'more public ballot' : 'public ballot')}</summary>
          <BallotList claim={claim} ballots={rest} />
          {left > 0 ? <p className="soft small">{counted(left, 'older one')} left out.</p> : null}
        </details>
      ) : null}
    </>
  )
}

function BallotList({ claim, ballots }: { claim: Claim; ballots: readonly ShownBallot[] }) {
  return (
    <ul className="ballots">
      {ballots.map((ballot) => {
        const mark = claim.standpoints.findIndex(({ id }) => id === ballot.standpointId)
        const name = claim.standpoints[mark]?.name ?? ''
        return (
          <li key={`${ballot.handle} ${ballot.standpointId}`}>
            <MemberLink handle={ballot.handle} />
            {ballot.part ? <span className="part">, {ballot.part}</span> : null}{' '}
            <span className="soft small">
              <Mark mark={mark} /> {verdictWords[claim.kind][ballot.verdict]}
              {mark > 0 ? `, ${seenFrom(name)}` : ''}
              {ballot.movedBy ? <MovedByLink movedBy={ballot.movedBy} /> : null}
            </span>
            {ballot.reason ? <q dir="auto">{ballot.reason}</q> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** What changed a ballot. */
export function MovedByLink({ movedBy: { type, id } }: { movedBy: MovedBy }) {
  return (
    <>
      , moved by <a href={`/${type}s/${id}`}>{type === 'comment' ? 'a comment' : 'the words of a transcript'}</a>
    </>
  )
}
