import { Time } from '#app/ui/time.tsx'
import { verdictWords } from '../tally-words.ts'
import { ballotAnchor } from './ballot-anchor.ts'
import type { ListedVote } from './ballots-of-member.server.ts'
import { MovedByLink } from './ballots-shown.tsx'

/** Votes outside their claims: the verdict on a framing or the name used, from where, and the reason. One's own can be changed or taken back. */
export function BallotList({ votes, isMine }: { votes: ListedVote[]; isMine: boolean }) {
  return (
    <ul className="list">
      {byClaim(votes).map(([first, ...more]) => (
        <li key={keyOf(first)}>
          <h3>
            <a href={`/claims/${first.claim.id}`}>{first.claim.statement}</a>
          </h3>
          <ul className="votes-listed">
            {[first, ...more].map((vote) => (
              <Vote key={keyOf(vote)} vote={vote} isMine={isMine} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const keyOf = ({ standpointId, framingId, verdict }: ListedVote) => `${standpointId} ${verdict ? framingId : '-'}`

type Votes = [ListedVote, ...ListedVote[]]

/** Votes on one claim that follow each other stand under it once. */
function byClaim(votes: ListedVote[]): Votes[] {
  const groups: Votes[] = []
  for (const vote of votes) {
    const last = groups.at(-1)
    if (last?.[0].claim.id === vote.claim.id) last.push(vote)
    else groups.push([vote])
  }
  return groups
}

function Vote({ vote, isMine }: { vote: ListedVote; isMine: boolean }) {
  return (
    <li id={ballotAnchor(vote)}>
      <p>
        <Said vote={vote} />, {vote.standpoint ?? 'all things considered'}
        {vote.movedBy ? <MovedByLink movedBy={vote.movedBy} /> : null}
      </p>
      {vote.reason ? (
        <p className="soft" dir="auto">
          “{vote.reason}”
        </p>
      ) : null}
      <div className="meta">
        <Time ms={vote.castAt} />
        {isMine ? <Change vote={vote} /> : null}
      </div>
    </li>
  )
}

function Said({ vote: { claim, framing, verdict } }: { vote: ListedVote }) {
  if (verdict === null)
    return (
      <>
        The name: <strong>{framing || 'none of these'}</strong>
      </>
    )
  return (
    <>
      {framing}: <strong>{verdictWords[claim.kind][verdict]}</strong>
    </>
  )
}

function Change({ vote }: { vote: ListedVote }) {
  const { claim, standpointId, framingId, framing, standpoint, verdict } = vote
  const what = `${framing || 'none of these'}, ${standpoint ?? 'all things considered'}, on ${claim.statement}`
  const at = verdict ? `?more=${framingId}#row-${framingId}` : '#question'
  return (
    <form method="post" className="change">
      <input type="hidden" name="claim" value={claim.id} />
      <input type="hidden" name="standpoint" value={standpointId} />
      {verdict ? <input type="hidden" name="framing" value={framingId} /> : null}
      <a href={`/claims/${claim.id}${at}`}>
        Change<span className="visually-hidden">: {what}</span>
      </a>{' '}
      <button className="link" type="submit" name="intent" value="back">
        Take back<span className="visually-hidden">: {what}</span>
      </button>
    </form>
  )
}
