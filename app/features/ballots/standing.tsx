import type { ReactNode } from 'react'
import type { Claim, ClaimKind } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import { Cruxes, Ladder } from '#app/features/claims/ladder.tsx'
import { counted, Empty, StateSign } from '#app/ui/plain.tsx'
import { PlotFiles } from '#app/ui/plots/plot-files.tsx'
import { hundredths, PlotAxis, PlotTable, plotCaption, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import type { ShownBallots } from './ballot.ts'
import { mayCompare } from './established/by-age.ts'
import type { Crux } from './opposition.ts'
import type { OverTime } from './over-time/days.server.ts'
import type { Mine } from './question.tsx'
import type { ClaimStanding, LadderRung } from './tallies.server.ts'
import type { CellTally, Tally } from './tally.ts'
import { axisEnds, countsWords, cruxWords, rowsOf } from './tally-words.ts'
import { MoreFramings } from './voting/more-framings.tsx'
import type { Mover } from './voting/mover.ts'
import type { RowsShown } from './voting/rows-shown.ts'
import { VotingRow } from './voting-row.tsx'

interface Props {
  claim: Claim
  tally: Tally
  mine: Mine
  /** By framing. */
  shown: Record<string, ShownBallots>
  movers: readonly Mover[]
  rows: RowsShown
  overTime: OverTime
  /** Folded: a member who has not voted says first, unless they ask to be shown. */
  isFolded: boolean
  /** They asked; they may fold again. */
  wasAsked: boolean
  /** The framing whose grid is open. */
  more: string | null
  /** What else moves with the votes. */
  children?: ReactNode
}

/** Where people stand: the signature plot, whose rows are where one votes. */
export function Standing({ isFolded, children, ...props }: Props) {
  const { claim, tally } = props
  return (
    <div id="standing" data-live>
      <section className="standing" aria-labelledby="standing-heading">
        <div className="title-row">
          <h2 id="standing-heading">Where people stand</h2>
          <p className="meta">
            {counted(tally.voters, 'member')} {tally.voters === 1 ? 'has' : 'have'} voted
          </p>
        </div>
        {claim.framings.length === 0 ? (
          <Empty>No framing yet.</Empty>
        ) : isFolded ? (
          <Folded kind={claim.kind} />
        ) : (
          <Rows {...props} />
        )}
      </section>
      {children}
    </div>
  )
}

const sayFirst: Record<ClaimKind, string> = {
  case: 'Say first what you make of it, and see then where the others stand; or',
  proposition: 'Say first whether it holds, and see then where the others stand; or',
}

function Folded({ kind }: { kind: ClaimKind }) {
  return (
    <form method="post" data-swap="question standing" className="folded">
      <input type="hidden" name="intent" value="show" />
      <p>{sayFirst[kind]}</p>
      <button className="button quiet" type="submit">
        Show me
      </button>
    </form>
  )
}

function Rows({
  claim,
  tally,
  mine,
  shown,
  movers,
  rows,
  overTime,
  wasAsked,
  more,
}: Omit<Props, 'isFolded' | 'children'>) {
  const plotted = rowsOf({ ...claim, framings: rows.framings }, tally)
  const isOneSided = claim.standpoints.length === 1
  return (
    <>
      <PlotHead kind={claim.kind} isOneSided={isOneSided} />
      <ul className="voting-rows">
        {rows.framings.map((framing, i) => {
          const row = plotted[i]
          const own = { shown: shown[framing.id], isOpen: more === framing.id }
          const given = { claim, framing, tally, mine, movers, overTime, ...own }
          return row ? <VotingRow key={framing.id} {...given} row={row} /> : null
        })}
      </ul>
      <MoreFramings claim={claim} rows={rows} />
      <p className="soft small">
        {plotCaption} An outline instead of a filled mark: fewer than five judged.
        {isOneSided ? '' : ' To be asked for several standpoints invites different answers.'}
        {saysTooFew(tally)
          ? ' Too few have judged from both of the first two standpoints to say how far these move verdicts.'
          : ''}
      </p>
      <PlotTable rows={plotted} caption={`Where people stand on “${claim.statement}”. ${plotCaption}`} />
      <PlotFiles of="where people stand" at={`/claims/${claim.id}/tally`} about="tally">
        {mayCompare(tally.voters) ? <a href={`/claims/${claim.id}/established`}>Without young accounts</a> : null}
      </PlotFiles>
      {wasAsked ? <FoldAgain /> : null}
    </>
  )
}

function saysTooFew(tally: Tally): boolean {
  return tally.standpointEffect.length > 0 && tally.standpointEffect.every((effect) => 'tooFew' in effect)
}

const shareWords = { case: 'The share that says it fits', proposition: 'The share that says it holds' }

function PlotHead({ kind, isOneSided }: { kind: ClaimKind; isOneSided: boolean }) {
  return (
    <div className="plot-head">
      <PlotAxis ends={axisEnds[kind]} />
      <p className="soft small">
        {shareWords[kind]}
        {isOneSided
          ? '.'
          : ', one mark a standpoint. The further a line leans, the more it is the standpoint that divides.'}
      </p>
    </div>
  )
}

function FoldAgain() {
  return (
    <form method="post" data-swap="question standing" className="soft small">
      <input type="hidden" name="intent" value="fold" />
      You see totals before you vote.{' '}
      <button className="link" type="submit">
        Fold them until I have
      </button>
    </form>
  )
}

/** One framing of one claim, all things considered, in a line: for ladders and lists. */
export function OneCell({
  claim,
  framing,
  cell,
}: {
  claim: Claim
  framing: Framing | undefined
  cell: CellTally | undefined
}) {
  if (!framing || !cell || cell.n === 0) return <p className="soft small">Nobody has judged it yet.</p>
  const id = `${claim.id}-${framing.id}`
  const dot = { standpoint: 'all things considered', mark: 0, ...cell, counts: countsWords(cell, claim.kind) }
  return (
    <div className="one-cell">
      <StandpointPlot row={{ id, name: framing.name, hue: framing.hue, dots: [dot] }} />
      <p className="small">
        {hundredths(cell.share)} <span className="soft">({dot.counts})</span>
      </p>
    </div>
  )
}

/** How many voted on a claim, and on how many of its framings they are at odds. */
export function StandingWords({ claim, standing }: { claim: Claim; standing: ClaimStanding | undefined }) {
  if (!standing || standing.voters === 0) return <span>nobody has voted yet</span>
  const first = claim.standpoints[0]?.id
  const contested = standing.cells.filter((cell) => cell.standpointId === first && cell.state === 'contested').length
  return (
    <>
      <span>{counted(standing.voters, 'voter')}</span>
      {contested > 0 ? (
        <StateSign
          state="contested"
          words={claim.kind === 'case' ? `${counted(contested, 'framing')} contested` : undefined}
        />
      ) : null}
    </>
  )
}

interface BesideProps {
  claim: Claim
  ladder: { rungs: readonly LadderRung[]; leading: Framing | undefined }
  cruxes: readonly Crux[]
  /** The propositions that the cruxes name, among others. */
  named: readonly Claim[]
  isFolded: boolean
}

/** The ladder of variants and the cruxes, where there are any; folded, without what they would tell. */
export function Beside({ claim, ladder, cruxes, named, isFolded }: BesideProps) {
  const rungs = ladder.rungs.map((rung) => ({
    claim: rung.claim,
    standing: isFolded ? null : <OneCell {...rung} framing={ladder.leading} />,
  }))
  const told = cruxes.flatMap((crux) => {
    const proposition = named.find(({ id }) => id === crux.propositionId)
    return proposition && !isFolded ? [{ proposition, words: cruxWords(crux) }] : []
  })
  return (
    <>
      {rungs.length > 0 ? (
        <Ladder rungs={rungs} here={claim.id} word={isFolded ? undefined : ladder.leading?.name} />
      ) : null}
      <Cruxes cruxes={told} />
    </>
  )
}
