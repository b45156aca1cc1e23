import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import type { Standpoint } from '#app/features/claims/standpoint.ts'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Mark } from '#app/ui/plots/marks.tsx'
import { PlotLanes, type Row, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import { reasonLimit, type ShownBallot } from './ballot.ts'
import { type Mine, swapped, VerdictForm } from './question.tsx'
import type { Tally } from './tally.ts'
import { cellsOf, effectWords, oppositionWords, seenFrom, stateWords, verdictWords } from './tally-words.ts'

export interface VotingRowProps {
  claim: Claim
  framing: Framing
  row: Row
  tally: Tally
  mine: Mine
  shown: readonly ShownBallot[]
  /** The grid is open, since it was just used. */
  isOpen: boolean
}

/** One framing: its plot with the counts, what the standpoint does, the ballots of those who show theirs, and where one votes. */
export function VotingRow(props: VotingRowProps) {
  const { claim, framing, row, tally } = props
  const sentences = [
    oppositionWords(claim, framing.id, tally.opposed),
    effectWords(
      claim,
      tally.standpointEffect.find((one) => one.framingId === framing.id),
    ),
  ].filter(Boolean)
  return (
    <li id={`row-${framing.id}`} className={`voting-row hue-${framing.hue}`}>
      <RowHead {...props} />
      <div className="plot-and-lanes">
        <StandpointPlot row={row} />
        <PlotLanes row={row} />
      </div>
      {sentences.length > 0 ? <p className="soft small">{sentences.join(' ')}</p> : null}
      <ShownBallots {...props} />
      <SayMore {...props} />
      <Argue {...props} />
    </li>
  )
}

function RowHead({ claim, framing, tally }: VotingRowProps) {
  const [overall] = cellsOf(tally, framing.id)
  const none = tally.noneOfThese[0]?.handles ?? 0
  const said = tally.cells
    .filter((cell) => cell.standpointId === overall?.standpointId)
    .reduce((sum, cell) => sum + cell.handles, none)
  return (
    <div className="row-head">
      <h3>
        <a href={`/framings/${framing.id}`}>{framing.name}</a>
      </h3>
      <p className="meta">
        {overall ? <span className={`state ${overall.state}`}>{stateWords[overall.state]}</span> : null}
        {claim.kind === 'case' && said > 0 ? (
          <span>
            {overall?.handles} of {said} would call it this
          </span>
        ) : null}
      </p>
    </div>
  )
}

function Argue({ claim, framing }: VotingRowProps) {
  const at = `/comments/new?on=claim.${claim.id}&claim=${claim.id}&framing=${framing.id}&direction=`
  const of = <span className="visually-hidden"> that “{framing.name}” fits</span>
  return (
    <p className="meta argue">
      <a href={`${at}for`}>Argue for it{of}</a>
      <a href={`${at}against`}>Argue against it{of}</a>
    </p>
  )
}

const outright = 3

function ShownBallots({ claim, framing, shown }: VotingRowProps) {
  const placeOf = (ballot: ShownBallot) => claim.standpoints.findIndex(({ id }) => id === ballot.standpointId)
  const own = shown
    .filter((ballot) => ballot.framingId === framing.id)
    .toSorted((a, b) => Number(!a.reason) - Number(!b.reason) || placeOf(a) - placeOf(b))
  const first = own.slice(0, outright).filter(({ reason }) => reason)
  const rest = own.slice(first.length)
  return (
    <>
      {first.length > 0 ? <BallotList claim={claim} ballots={first} /> : null}
      {rest.length > 0 ? (
        <details className="shown-ballots">
          <summary>{counted(rest.length, first.length > 0 ? 'more public ballot' : 'public ballot')}</summary>
          <BallotList claim={claim} ballots={rest} />
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
            <MemberLink handle={ballot.handle} />{' '}
            <span className="soft small">
              <Mark mark={mark} /> {verdictWords[claim.kind][ballot.verdict]}
              {mark > 0 ? `, ${seenFrom(name)}` : ''}
            </span>
            {ballot.reason ? <q>{ballot.reason}</q> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** The standpoint grid: verdict and reason from each standpoint. */
function SayMore(props: VotingRowProps) {
  const { claim, framing, mine, isOpen } = props
  const cast = mine.ballots.filter(({ framingId }) => framingId === framing.id)
  const overall = cast.find(({ standpointId }) => standpointId === claim.standpoints[0]?.id)
  const summary = overall
    ? `You say: ${verdictWords[claim.kind][overall.verdict]}${cast.length > 1 ? `, and ${counted(cast.length - 1, 'verdict')} from elsewhere` : ''}`
    : claim.kind === 'case'
      ? 'Say how far it fits'
      : 'Say more'
  return (
    <details className="say-more" open={isOpen}>
      <summary>{summary}</summary>
      {framing.isBuiltIn ? null : <p className="small">{framing.definition}</p>}
      <ul>
        {claim.standpoints.map((standpoint, mark) => (
          <From key={standpoint.id} {...props} standpoint={standpoint} mark={mark} />
        ))}
      </ul>
    </details>
  )
}

function From({ claim, framing, mine, standpoint, mark }: VotingRowProps & { standpoint: Standpoint; mark: number }) {
  const id = `${standpoint.id}-${framing.id}`
  const ballot = mine.ballots.find((one) => one.standpointId === standpoint.id && one.framingId === framing.id)
  return (
    <li>
      <p title={standpoint.definition}>
        <Mark mark={mark} /> {standpoint.name}
      </p>
      <VerdictForm
        id={`ballot-${id}`}
        claim={claim}
        standpointId={standpoint.id}
        framingId={framing.id}
        mine={mine}
        label={`${framing.name}, ${standpoint.name}`}
      />
      {ballot ? (
        <form id={`reason-${id}`} method="post" data-swap={swapped} className="reason">
          <input type="hidden" name="intent" value="ballot" />
          <input type="hidden" name="standpoint" value={standpoint.id} />
          <input type="hidden" name="framing" value={framing.id} />
          <label className="visually-hidden" htmlFor={`why-${id}`}>
            Why, in a line: {framing.name}, {standpoint.name}
          </label>
          <input
            id={`why-${id}`}
            name="reason"
            defaultValue={ballot.reason}
            maxLength={reasonLimit}
            placeholder="Why, in a line (optional)"
          />
          <button className="button quiet" type="submit" name="verdict" value={ballot.verdict}>
            Keep
          </button>
        </form>
      ) : null}
    </li>
  )
}
