import { signOf } from '#app/features/labels/label.ts'
import { conditionWords, fewest, type Pair, type Series } from '../shares.ts'
import { gapWords, kindOf, nameOf, percent, rangeOf } from './figures.ts'
import { Lane } from './lane.tsx'

/** A share in each condition, with its interval, and the gap between two. */
export function SharePlot({ series, pair }: { series: Series; pair: Pair | null }) {
  const sign = series.labelId === null ? null : signOf(series.labelId)
  return (
    <figure className={`share-plot hue-${sign?.hue ?? 7}`}>
      <figcaption>
        <h2>
          {sign ? <span aria-hidden="true">{sign.mark} </span> : null}
          {nameOf(series)}
        </h2>{' '}
        <span className="soft">{kindOf(series)}</span>
      </figcaption>
      <ul>
        {series.cells.map((cell) => (
          <ShareLane key={cell.condition} cell={cell} />
        ))}
        {pair ? <GapLane pair={pair} gap={series.gap} /> : null}
      </ul>
    </figure>
  )
}

function ShareLane({ cell: { condition, yes, n, share, low, high } }: { cell: Series['cells'][number] }) {
  const said = share === null ? 'nothing known' : `${percent(share)}, ${rangeOf({ low, high }, percent)}`
  return (
    <li>
      <span>{conditionWords(condition)}</span>
      <Lane
        from={0}
        to={1}
        at={share}
        interval={share === null ? null : { low, high }}
        isFew={n < fewest}
        ticks={[0, 0.5, 1]}
        title={`${conditionWords(condition)}: ${said}`}
      />
      <span className="lane-counts">
        {yes} of {n}
        {share === null ? '' : `, ${percent(share)}`}
      </span>
    </li>
  )
}

function GapLane({ pair, gap }: { pair: Pair; gap: Series['gap'] }) {
  const words = gapWords(pair, gap, 'share')
  return (
    <li className="gap">
      <span>the gap</span>
      <Lane
        from={-1}
        to={1}
        at={gap?.difference ?? null}
        interval={gap}
        isFew={false}
        ticks={[-1, 0, 1]}
        title={words}
      />
      <span className="lane-counts">{words}</span>
    </li>
  )
}
