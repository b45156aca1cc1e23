import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import { useRefused } from '#app/ui/form.tsx'
import { counted, StateSign } from '#app/ui/plain.tsx'
import { PlotLanes, type Row, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import type { ShownBallots } from './ballot.ts'
import { EarlierWords } from './earlier/earlier-votes.tsx'
import type { OverTime } from './over-time/days.server.ts'
import { OverTimeDetails } from './over-time/over-time-details.tsx'
import type { Mine } from './question.tsx'
import { BallotsShown } from './shown/ballots-shown.tsx'
import type { Tally } from './tally.ts'
import { cellsOf, effectWords, oppositionWords, stateWords, verdictWords } from './tally-words.ts'
import { From } from './voting/from.tsx'
import type { Mover } from './voting/mover.ts'

export interface VotingRowProps {
  claim: Claim
  framing: Framing
  row: Row
  tally: Tally
  mine: Mine
  shown: ShownBallots | undefined
  /** What may have changed a ballot. */
  movers: readonly Mover[]
  overTime: OverTime
  /** The grid is open, since it was just used. */
  isOpen: boolean
}

/** One framing: its plot with the counts, what the standpoint does, the ballots of those who show theirs, and where one votes. */
export function VotingRow(props: VotingRowProps) {
  const { claim, framing, row, tally, shown } = props
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
      <EarlierWords claim={claim} framingId={framing.id} tally={tally} />
      <OverTimeDetails {...props} />
      <BallotsShown claim={claim} shown={shown} />
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
        {overall ? <StateSign state={overall.state} words={stateWords(overall, claim.kind)} /> : null}
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

/** The standpoint grid: verdict and reason from each standpoint. */
function SayMore(props: VotingRowProps) {
  const { claim, framing, mine } = props
  const isOpen = useRefused()?.values.framing === framing.id || props.isOpen
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
