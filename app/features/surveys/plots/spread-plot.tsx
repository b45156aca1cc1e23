import { counted } from '#app/ui/plain.tsx'
import { conditionWords, fewest, type Pair, type Spread } from '../shares.ts'
import { bound, figure, gapWords, rangeOf } from './figures.ts'
import { Bars, Lane } from './lane.tsx'

/** How a score's numbers spread in each condition, with their mean and its interval, and the gap between two. */
export function SpreadPlot({ spread, pair }: { spread: Spread; pair: Pair | null }) {
  const { name, low, high, cells, gap } = spread
  return (
    <figure className="share-plot hue-7">
      <figcaption>
        <h2>{name}</h2>{' '}
        <span className="soft">
          score; here from {bound(low)} to {bound(high)}
        </span>
      </figcaption>
      <ul>
        {cells.map((cell) => (
          <SpreadLane key={cell.condition} cell={cell} low={low} high={high} />
        ))}
        {pair ? (
          <li className="gap">
            <span>the gap</span>
            <span />
            <span className="lane-counts">{gapWords(pair, gap, 'mean')}</span>
          </li>
        ) : null}
      </ul>
    </figure>
  )
}

interface SpreadLaneProps {
  cell: Spread['cells'][number]
  low: number
  high: number
}

function SpreadLane({ cell: { condition, n, mean, interval, bins }, low, high }: SpreadLaneProps) {
  const words = conditionWords(condition)
  // Whole numbers with a bin each stand in the middle of theirs.
  const margin = bins.length === high - low + 1 ? 0.5 : 0
  return (
    <li>
      <span>{words}</span>
      <span>
        <Bars bins={bins} title={`${words}: ${bins.join(', ')} in bins of equal width`} />
        <Lane
          from={low - margin}
          to={high === low && margin === 0 ? low + 1 : high + margin}
          at={n === 0 ? null : mean}
          interval={interval}
          isFew={n < fewest}
          ticks={[low, high]}
          title={`${words}: mean ${n === 0 ? 'unknown' : figure(mean)}`}
        />
      </span>
      <span className="lane-counts">
        {counted(n, 'transcript')}
        {n === 0 ? '' : `, mean ${figure(mean)}`}
        {interval ? ` (${rangeOf(interval, figure)})` : ''}
      </span>
    </li>
  )
}
