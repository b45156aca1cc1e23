import type { Claim } from '#app/features/claims/claim.ts'
import { Empty } from '#app/ui/plain.tsx'
import { numbers, PlotTwin } from '#app/ui/plots/plot-twin.tsx'
import {
  hundredths,
  PlotAxis,
  PlotLanes,
  plotCaption,
  type Row,
  StandpointPlot,
} from '#app/ui/plots/standpoint-plot.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { CellTally } from '../tally.ts'
import { axisEnds, countsWords } from '../tally-words.ts'
import { type ComparedCell, type ComparedNames, fewest } from './by-age.ts'

interface Props {
  claim: Claim
  cells: readonly ComparedCell[]
  names: readonly ComparedNames[]
}

/** Each cell twice: with everybody, and without the votes of young accounts. Nothing where too few of either voted. */
export function EstablishedTally({ claim, cells, names }: Props) {
  if (cells.length + names.length === 0)
    return (
      <Empty>
        Nothing to set apart: nowhere on this claim did at least {fewest} young accounts and at least {fewest} others
        vote.
      </Empty>
    )
  const rows = cells.map((cell) => ({ cell, ...wordsOf(claim, cell.all) }))
  return (
    <>
      {cells.length > 0 ? (
        <div className="plot-head">
          <PlotAxis ends={axisEnds[claim.kind]} />
        </div>
      ) : null}
      <ul className="voting-rows">
        {rows.map(({ cell, framing, standpoint, hue }) => (
          <li key={`${framing} ${standpoint}`} className={`voting-row hue-${hue}`}>
            <h2>
              {framing}, {standpoint}
            </h2>
            <ComparedPlot claim={claim} cell={cell} name={`${framing}, ${standpoint}`} hue={hue} />
          </li>
        ))}
      </ul>
      {rows.length > 0 ? <ComparedTable rows={rows} /> : null}
      {names.map((one) => (
        <NamesTable key={one.standpointId} claim={claim} compared={one} />
      ))}
      <p className="soft small">
        {cells.length > 0 ? `${plotCaption} ` : ''}A place stands here only where at least {fewest} young accounts and
        at least {fewest} others voted: of fewer, the difference would tell what one of them said.
      </p>
    </>
  )
}

const sides = ['everybody', 'without young accounts']

function ComparedPlot({ claim, cell, name, hue }: { claim: Claim; cell: ComparedCell; name: string; hue: number }) {
  const dots = [cell.all, cell.established].map((one, mark) => ({
    ...{ standpoint: sides[mark] as string, mark, ...one },
    counts: countsWords(one, claim.kind),
  }))
  const row: Row = {
    id: `${cell.all.standpointId}-${cell.all.framingId}`,
    name,
    hue,
    dots,
    seen: 'with and without young accounts',
  }
  return (
    <div className="plot-and-lanes">
      <StandpointPlot row={row} />
      <PlotLanes row={row} />
    </div>
  )
}

function wordsOf({ framings, standpoints }: Claim, { framingId, standpointId }: CellTally) {
  const framing = framings.find(({ id }) => id === framingId)
  const standpoint = standpoints.find(({ id }) => id === standpointId)?.name ?? ''
  return { framing: framing?.name ?? '', hue: framing?.hue ?? 1, standpoint }
}

interface ComparedRow {
  cell: ComparedCell
  framing: string
  standpoint: string
}

const figures = ['Share', 'Low', 'High', 'n']
const columns = [
  'Framing',
  'Standpoint',
  ...numbers(...['all', 'without'].flatMap((whose) => figures.map((figure) => `${figure}, ${whose}`)), 'Left out'),
]

function ComparedTable({ rows }: { rows: readonly ComparedRow[] }) {
  const caption = 'First everybody, then without young accounts; left out are ballots, also of the unsure'
  return (
    <PlotTwin caption={caption} columns={columns}>
      {rows.map(({ cell, framing, standpoint }) => (
        <tr key={`${framing} ${standpoint}`}>
          <th scope="row">{framing}</th>
          <td>{standpoint}</td>
          <Numbers cell={cell.all} />
          <Numbers cell={cell.established} />
          <td className="number">{cell.leftOut}</td>
        </tr>
      ))}
    </PlotTwin>
  )
}

function Numbers({ cell: { share, low, high, n } }: { cell: CellTally }) {
  return [hundredths(share), hundredths(low), hundredths(high), n].map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns that never move
    <td key={at} className="number">
      {value}
    </td>
  ))
}

function NamesTable({ claim, compared }: { claim: Claim; compared: ComparedNames }) {
  const standpoint = claim.standpoints.find(({ id }) => id === compared.standpointId)?.name ?? ''
  const heading = `The name they would use, ${standpoint}`
  const nameOf = (id: string) => claim.framings.find((one) => one.id === id)?.name ?? 'none of these'
  return (
    <>
      <h2>{heading}</h2>
      <Wide label={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">Framing</th>
              <th scope="col" className="number">
                Everybody
              </th>
              <th scope="col" className="number">
                Without young accounts
              </th>
            </tr>
          </thead>
          <tbody>
            {compared.names.map(({ framingId, all, established }) => (
              <tr key={framingId}>
                <th scope="row">{nameOf(framingId)}</th>
                <td className="number">{all}</td>
                <td className="number">{established}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
