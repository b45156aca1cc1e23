import { scaleLinear } from 'd3-scale'
import { Fragment } from 'react'
import { Mark } from './marks.tsx'
import { numbers, PlotTwin } from './plot-twin.tsx'
import { shapeOf } from './shapes.ts'

/** One framing seen from one standpoint. */
export interface Dot {
  standpoint: string
  /** Which shape stands for the standpoint. */
  mark: number
  /** Null: nobody judged it from there. */
  share: number | null
  low: number | null
  high: number | null
  n: number
  /** "7 fit, 2 partly, 6 misfit" */
  counts: string
}

export interface Row {
  id: string
  name: string
  hue: number
  dots: readonly Dot[]
  /** What the dots are, where they are no standpoints. */
  seen?: string
}

/** Height of a standpoint's lane, px; the words beside it have the same (plots.css). */
const lane = 28
const few = 5

/** Across, in per cent of the width, so that the plot is as wide as its place and nothing in it is stretched. */
const across = scaleLinear([0, 1], [4, 96])
const at = (share: number) => `${Math.round(across(share) * 100) / 100}%`

/** The signature plot of one framing: a lane for each standpoint, the share of "fits" across, its interval as a whisker, the dots joined. An upright line: the standpoint changes nothing. */
export function StandpointPlot({ row }: { row: Row }) {
  const judged = row.dots.flatMap((dot, index) => (dot.share === null ? [] : [{ ...dot, index }]))
  const height = row.dots.length * lane
  return (
    <svg
      className={`standpoint-plot hue-${row.hue}`}
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`plot-${row.id}`}
    >
      <title
        id={`plot-${row.id}`}
      >{`Where people stand on “${row.name}”, ${row.seen ?? `from ${counted(row.dots.length)}`}`}</title>
      <desc>{described(row.dots)}</desc>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line
          key={share}
          className={share % 0.5 === 0 ? 'grid' : 'grid fine'}
          x1={at(share)}
          x2={at(share)}
          y1="0"
          y2={height}
        />
      ))}
      {judged.slice(1).map((dot, i) => (
        <Join key={dot.standpoint} from={judged[i] as Placed} to={dot} />
      ))}
      {judged.map((dot) => (
        <Whisker key={dot.standpoint} dot={dot} />
      ))}
      {judged.map((dot) => (
        <svg key={dot.standpoint} x={at(dot.share as number)} y={middleOf(dot)} overflow="visible">
          <title>{`${dot.standpoint}: ${hundredths(dot.share)} (${dot.counts})`}</title>
          <path className={dot.n < few ? 'dot few' : 'dot'} d={shapeOf(dot.mark)} />
        </svg>
      ))}
    </svg>
  )
}

type Placed = Dot & { index: number }

const middleOf = ({ index }: Placed) => index * lane + lane / 2

function Join({ from, to }: { from: Placed; to: Placed }) {
  const [x1, x2] = [at(from.share as number), at(to.share as number)]
  return <line className="join" x1={x1} x2={x2} y1={middleOf(from)} y2={middleOf(to)} />
}

function Whisker({ dot }: { dot: Placed }) {
  const [low, high, y] = [at(dot.low as number), at(dot.high as number), middleOf(dot)]
  return (
    <g className="whisker">
      <line x1={low} x2={high} y1={y} y2={y} />
      <line x1={low} x2={low} y1={y - 3} y2={y + 3} />
      <line x1={high} x2={high} y1={y - 3} y2={y + 3} />
    </g>
  )
}

const counted = (n: number) => (n === 1 ? 'one standpoint' : `${n} standpoints`)

function described(dots: readonly Dot[]): string {
  const said = dots.map(({ standpoint, share, low, high, counts }) =>
    share === null
      ? `${standpoint}: nobody has judged it.`
      : `${standpoint}: share ${hundredths(share)}, between ${hundredths(low)} and ${hundredths(high)}; ${counts}.`,
  )
  return said.join(' ')
}

/** What runs across, above the rows. */
export function PlotAxis({ ends = ['misfits', 'fits'] }: { ends?: readonly [string, string] }) {
  return (
    <p className="plot-axis" aria-hidden="true">
      <span>0 {ends[0]}</span>
      <span>½</span>
      <span>{ends[1]} 1</span>
    </p>
  )
}

/** A number and what it counts stay on one line. */
function Counts({ of }: { of: string }) {
  const parts = of.split(/(?<=,) (?=\d)/)
  return (
    <span className="lane-counts">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 ? ' ' : ''}
          <span>{part}</span>
        </Fragment>
      ))}
    </span>
  )
}

/** The words beside a row's lanes, each as high as its lane. */
export function PlotLanes({ row }: { row: Row }) {
  return (
    <ul className={`plot-lanes hue-${row.hue}`}>
      {row.dots.map((dot) => (
        <li key={dot.standpoint}>
          <Mark mark={dot.mark} />
          <span className="lane">
            <span className="lane-name">{dot.standpoint}</span> <Counts of={dot.counts} />
          </span>
        </li>
      ))}
    </ul>
  )
}

export const plotCaption = 'Whiskers: 95\u00a0% intervals, conservative; members chose to vote and are no sample.'

const columns = ['Framing', 'Standpoint', ...numbers('Share', 'Low', 'High', 'n'), 'Counts']

/** Every number of the plot. */
export function PlotTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  return (
    <PlotTwin caption={caption} columns={columns}>
      {rows.flatMap((row) => row.dots.map((dot) => <DotRow key={`${row.id} ${dot.standpoint}`} row={row} dot={dot} />))}
    </PlotTwin>
  )
}

function DotRow({ row, dot }: { row: Row; dot: Dot }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>{dot.standpoint}</td>
      {[dot.share, dot.low, dot.high].map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={i} className="number">
          {hundredths(value)}
        </td>
      ))}
      <td className="number">{dot.n}</td>
      <td>{dot.counts}</td>
    </tr>
  )
}

export const hundredths = (value: number | null): string => (value === null ? '–' : value.toFixed(2))
