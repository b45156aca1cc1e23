import { Time } from '#app/ui/time.tsx'
import { verdictWords } from '../tally-words.ts'
import type { ListedBallot } from './ballots-of-member.server.ts'

/** Ballots outside their claims: the verdict on a framing, from where, and the reason. */
export function BallotList({ ballots }: { ballots: ListedBallot[] }) {
  return (
    <ul className="list">
      {ballots.map(({ claim, framing, framingId, standpoint, standpointId, verdict, reason, castAt }) => (
        <li key={`${standpointId} ${framingId}`}>
          <h3>
            <a href={`/claims/${claim.id}`}>{claim.statement}</a>
          </h3>
          <p>
            {framing}: <strong>{verdictWords[claim.kind][verdict]}</strong>
            {standpoint ? `, ${standpoint}` : ', all things considered'}
          </p>
          {reason ? <p className="soft">“{reason}”</p> : null}
          <p className="meta">
            <Time ms={castAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
