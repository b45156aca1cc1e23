import type { Interval } from '#app/lib/statistics.ts'
import { counted } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { Agreement } from './agreement.server.ts'
import { fewestUnits, meaningOf } from './meaning.ts'

export interface AgreementRow {
  name: string
  href: string | null
  agreement: Agreement
}

const figure = (value: number) => value.toFixed(2).replace('-', '−')
const percent = (value: number) => `${Math.round(100 * value)}\u00a0%`
export const range = ({ low, high }: Interval, say = figure) => `${say(low)} to ${say(high)}`

/** How far voters agree, a row for each label or collection: α with its interval, what it rests on, and what it means. */
export function AgreementTable({ caption, rows }: { caption: string; rows: AgreementRow[] }) {
  return (
    <Wide label={caption}>
      <table className="agreement">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Votes</th>
            <th scope="col">α, all votes</th>
            <th scope="col">α, blind votes</th>
            <th scope="col">Same answer</th>
            <th scope="col">Excerpts</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, agreement }) => (
            <tr key={href ?? name}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              <td>
                <Count n={agreement.votes} /> on {counted(agreement.items, 'excerpt')}
              </td>
              <td>
                <Alpha alpha={agreement.alpha} interval={agreement.interval} items={agreement.items} />
              </td>
              <td>
                <Alpha alpha={agreement.alphaBlind} interval={null} items={agreement.itemsBlind} />
              </td>
              <td>{agreement.raw === null ? 'n/a' : percent(agreement.raw)}</td>
              <td>
                {agreement.contested} contested, {agreement.settled} settled, {agreement.open} open
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Alpha({ alpha, interval, items }: { alpha: number | null; interval: Interval | null; items: number }) {
  const n = `n\u00a0=\u00a0${items}`
  if (items < fewestUnits || alpha === null)
    return (
      <span className="soft">
        {meaningOf(alpha, items)} ({n})
      </span>
    )
  return (
    <>
      <b>{figure(alpha)}</b> {interval ? `(${range(interval)}), ` : ''}
      {interval ? '' : `(${n}), `}
      {meaningOf(alpha, items)}
    </>
  )
}

/** How to read the table. */
export function AgreementNote() {
  return (
    <p className="small soft">
      Krippendorff’s α is 1 where readers always agree and 0 where they agree as chance would have it; it is shown from{' '}
      {fewestUnits} excerpts with two votes on, with a 95&nbsp;% interval over excerpts. From 0.8 on it counts as
      reliable, from 0.667 as tentative. A low α is a finding about the question, not a fault of the voters. Blind votes
      were cast before anything had shown how others vote; the vote that put a label on is left out everywhere.
    </p>
  )
}
