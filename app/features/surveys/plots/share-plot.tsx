import { signOf } from '#app/features/labels/label.ts'
import { conditionWords, fewest, type Pair, type Series } from '../shares.ts'
import { gapWords, kindOf, nameOf, percent, rangeOf } from './figures.ts'
import { Lane } from './lane.tsx'

/** A share in each condition, with its interval, and the gap between two. */
export function SharePlot({ series, pair }: { series: Series; pair: Pair | null }) {
  const sign = series.labelId === null ? null : signOf(series.labelId)
  const { gap } = series
  return (
    <figure className={`share-plot hue-${sign?.hue ?? 7}`}>
      <figcaption>
        <h3>
          {sign ? <span aria-hidden="true">{sign.mark} </span> : null}
          {nameOf(series)}
        </h3>{' '}
        <span className="soft">{kindOf(series)}</span>
      </figcaption>
      <ul>
        {series.cells.map(({ condition, yes, n, share, low, high }) => (
          <li key={condition}>
            <span>{conditionWords(condition)}</span>
            <Lane
              from={0}
              to={1}
              at={share}
              interval={share === null ? null : { low, high }}
              isFew={n < fewest}
              ticks={[0, 0.5, 1]}
              title={`${conditionWords(condition)}: ${share === null ? 'nothing known' : `${percent(share)}, ${rangeOf({ low, high }, percent)}`}`}
            />
            <span className="lane-counts">
              {yes} of {n}
              {share === null ? '' : `, ${percent(share)}`}
            </span>
          </li>
        ))}
        {pair ? (
          <li className="gap">
            <span>the gap</span>
            <Lane
              from={-1}
              to={1}
              at={gap?.difference ?? null}
              interval={gap}
              isFew={false}
              ticks={[-1, 0, 1]}
              title={gapWords(pair, gap, 'share')}
            />
            <span className="lane-counts">{gapWords(pair, gap, 'share')}</span>
          </li>
        ) : null}
      </ul>
    </figure>
  )
}
