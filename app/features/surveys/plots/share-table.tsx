import { numbers, PlotTwin } from '#app/ui/plots/plot-twin.tsx'
import { conditionWords, type Series, type Spread } from '../shares.ts'
import { kindOf, nameOf } from './figures.ts'

const places = (value: number | null) => (value === null ? '–' : value.toFixed(3).replace('-', '−'))

/** Every number of the plots of shares. */
export function ShareTable({ series }: { series: readonly Series[] }) {
  return (
    <PlotTwin
      caption="Shares by condition"
      note=", with Wilson’s 95 % interval"
      columns={['What', 'Kind', 'Condition', ...numbers('Has it', 'Of', 'Share', 'Low', 'High')]}
    >
      {series.flatMap((one) =>
        one.cells.map(({ condition, yes, n, share, low, high }) => (
          <tr key={`${one.kind} ${one.name} ${one.value} ${condition}`}>
            <th scope="row">{nameOf(one)}</th>
            <td>{kindOf(one)}</td>
            <td>{conditionWords(condition)}</td>
            <td className="number">{yes}</td>
            <td className="number">{n}</td>
            <td className="number">{places(share)}</td>
            <td className="number">{places(low)}</td>
            <td className="number">{places(high)}</td>
          </tr>
        )),
      )}
    </PlotTwin>
  )
}

/** Every number of the plots of scores that are numbers. */
export function SpreadTable({ spreads }: { spreads: readonly Spread[] }) {
  return (
    <PlotTwin
      caption="Means by condition"
      note=", with Student’s 95 % interval; the bins are of equal width"
      columns={['Score', 'Condition', ...numbers('Transcripts', 'Mean', 'Low', 'High'), 'In each bin']}
    >
      {spreads.flatMap((spread) =>
        spread.cells.map(({ condition, n, mean, interval, bins }) => (
          <tr key={`${spread.name} ${condition}`}>
            <th scope="row">{spread.name}</th>
            <td>{conditionWords(condition)}</td>
            <td className="number">{n}</td>
            <td className="number">{places(n === 0 ? null : mean)}</td>
            <td className="number">{places(interval?.low ?? null)}</td>
            <td className="number">{places(interval?.high ?? null)}</td>
            <td>{bins.join(', ')}</td>
          </tr>
        )),
      )}
    </PlotTwin>
  )
}
