import { scaleLinear } from 'd3-scale'
import type { Interval } from '#app/lib/statistics.ts'

const height = 22
const middle = height / 2

interface LaneProps {
  /** What the axis runs over. */
  from: number
  to: number
  at: number | null
  interval: Interval | null
  /** Fewer than enough: an outline only. */
  isFew: boolean
  /** All of it in words. */
  title: string
  /** Where a line stands across: halves for shares, 0 for differences. */
  ticks: readonly number[]
}

/** One number on an axis as wide as its place, with its interval as a whisker. */
export function Lane({ from, to, at, interval, isFew, title, ticks }: LaneProps) {
  const across = scaleLinear([from, to], [4, 96])
  const x = (value: number) => `${Math.round(across(Math.min(to, Math.max(from, value))) * 100) / 100}%`
  return (
    <svg className="lane-plot" width="100%" height={height} role="img" aria-label={title}>
      <title>{title}</title>
      {ticks.map((tick) => (
        <line key={tick} className="grid" x1={x(tick)} x2={x(tick)} y1="0" y2={height} />
      ))}
      {interval ? (
        <g className="whisker">
          <line x1={x(interval.low)} x2={x(interval.high)} y1={middle} y2={middle} />
          <line x1={x(interval.low)} x2={x(interval.low)} y1={middle - 3} y2={middle + 3} />
          <line x1={x(interval.high)} x2={x(interval.high)} y1={middle - 3} y2={middle + 3} />
        </g>
      ) : null}
      {at === null ? null : <circle className={isFew ? 'dot few' : 'dot'} cx={x(at)} cy={middle} r="5" />}
    </svg>
  )
}

const barsHeight = 36

/** How numbers spread over bins: a bar each, the highest as high as its place. */
export function Bars({ bins, title }: { bins: readonly number[]; title: string }) {
  const highest = Math.max(1, ...bins)
  const width = 92 / bins.length
  return (
    <svg className="lane-plot" width="100%" height={barsHeight} role="img" aria-label={title}>
      <title>{title}</title>
      {bins.map((count, bin) => {
        const high = (count / highest) * (barsHeight - 2)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: bins never move
            key={bin}
            className="bar"
            x={`${4 + bin * width}%`}
            width={`${width * 0.9}%`}
            y={barsHeight - high}
            height={high}
          />
        )
      })}
    </svg>
  )
}
