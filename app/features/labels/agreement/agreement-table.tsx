import type { ReactNode } from 'react'
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

const columns: readonly [name: string, of: (agreement: Agreement) => ReactNode][] = [
  [
    'Votes',
    ({ votes, items }) => (
      <>
        <Count n={votes} /> on {counted(items, 'excerpt')}
      </>
    ),
  ],
  ['α, all votes', ({ alpha, interval, items }) => <Alpha alpha={alpha} interval={interval} items={items} />],
  ['α, blind votes', ({ alphaBlind, itemsBlind }) => <Alpha alpha={alphaBlind} interval={null} items={itemsBlind} />],
  ['Same answer', ({ raw }) => (raw === null ? 'n/a' : percent(raw))],
  ['Excerpts', ({ contested, settled, open }) => `${contested} contested, ${settled} settled, ${open} open`],
]

interface Props {
  caption: string
  /** What a row is of. */
  head: 'Label' | 'Where'
  rows: AgreementRow[]
}

/** How far voters agree, a row for each label or collection: α with its interval, what it rests on, and what it means. */
export function AgreementTable({ caption, head, rows }: Props) {
  return (
    <Wide label={caption}>
      <table className="agreement">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, agreement }) => (
            <tr key={href ?? name}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              {columns.map(([name, of]) => (
                <td key={name} data-of={name}>
                  <span>{of(agreement)}</span>
                </td>
              ))}
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
