import { counted } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import type { Refused } from '../../imports/import-report.ts'

const mostShown = 100

/** What was not taken, each with its place and why. */
export function Refusals({ refused, count }: { refused: Refused[]; count: number }) {
  if (count === 0) return null
  const shown = refused.slice(0, mostShown)
  return (
    <section className="import-refusals" aria-labelledby="refused">
      <h2 id="refused">{counted(count, 'record')} refused</h2>
      <ul>
        {shown.map(({ file, line, reason }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={n}>
            <b>
              {file}
              {line === null ? '' : `, ${line}`}
            </b>
            : {reason}
          </li>
        ))}
      </ul>
      {count > shown.length ? (
        <p className="soft">
          And <Count n={count - shown.length} />.
        </p>
      ) : null}
      <p className="hint">Numbers count from 1: lines of a text, records of a list.</p>
    </section>
  )
}
