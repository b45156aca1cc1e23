import { Wide } from '#app/ui/wide.tsx'
import { range } from './agreement-table.tsx'
import type { Confusion, WithMost } from './machines.server.ts'
import { fewestUnits } from './meaning.ts'

const percent = (value: number) => `${Math.round(100 * value)}\u00a0%`
const columns = [
  ['agree', 'Most people agree'],
  ['split', 'Evenly split'],
  ['disagree', 'Most disagree'],
  ['nothing', 'No votes yet'],
] as const

/** What a classifier says of excerpts against what most people say of the same. */
export function MachineTable({ confusion }: { confusion: Confusion }) {
  if (confusion.n === 0)
    return (
      <p>
        <b>{confusion.classifier}</b>, a classifier: {sameWords(confusion, '')}.
      </p>
    )
  return (
    <Wide label={`${confusion.classifier}, a classifier`}>
      <table className="agreement">
        <caption>
          {confusion.classifier}, a classifier: {sameWords(confusion, 'says what most people say')}
        </caption>
        <thead>
          <tr>
            <th scope="col">It says</th>
            {columns.map(([key, words]) => (
              <th key={key} scope="col" className="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <MachineRow says="fits" row={confusion.fits} />
          <MachineRow says={'does\u00a0not\u00a0fit'} row={confusion.fitsNot} />
        </tbody>
      </table>
    </Wide>
  )
}

function MachineRow({ says, row }: { says: string; row: Confusion['fits'] }) {
  return (
    <tr>
      <th scope="row">{says}</th>
      {columns.map(([key, words]) => (
        <td key={key} className="number" data-of={words}>
          {row[key].toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}

/** A member's own row, shown to nobody else. */
export function OwnReading({ own }: { own: WithMost }) {
  if (own.n === 0) return null
  const words =
    own.n < fewestUnits
      ? `from ${fewestUnits} excerpts on it is said here how often you say what most others do; you have voted on ${own.n} that others judged too.`
      : `you ${sameWords(own, 'say what most others say')}.`
  return <p>Your own row, which only you see: {words}</p>
}

function sameWords({ n, same, share, interval }: WithMost, what: string): string {
  if (share === null) return 'nobody has voted yet on what it read'
  return `${what} on ${same} of the ${n} excerpts on which most are of one mind, ${percent(share)} (${range(interval, percent)})`
}
