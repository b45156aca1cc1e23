import { counted } from '#app/ui/plain.tsx'
import type { TranscriptFacts } from '../transcript.ts'
import type { Beside } from './beside.server.ts'
import { BesideRow, type Slots, shownSide } from './beside-row.tsx'

/** Two transcripts, turn beside turn. What both say in the same words is said once, across. */
export function BesidePage({ beside, ...slots }: { beside: Beside } & Slots) {
  const { left, right, rows, all, same } = beside
  const sides = { left: shownSide(left, rows, 'left'), right: shownSide(right, rows, 'right') }
  const way = <BesideParts beside={beside} />
  return (
    <>
      <p>
        {same === 0 ? 'No turn is' : counted(same, 'turn is', 'turns are')} the same in both, of {counted(all, 'row')}.
        The same words stand across; where two turns begin or end alike, the words that differ are set apart.
      </p>
      <div className="beside-heads">
        <BesideHead transcript={left.transcript} />
        <BesideHead transcript={right.transcript} />
      </div>
      {way}
      <ol className="beside">
        {rows.map((row) => (
          <BesideRow key={`${row.left?.number}-${row.right?.number}`} row={row} {...sides} slots={slots} />
        ))}
      </ol>
      {way}
    </>
  )
}

function BesideHead({ transcript: { id, title, model, condition } }: { transcript: TranscriptFacts }) {
  return (
    <div>
      <h2>
        <a href={`/transcripts/${id}`}>{title}</a>
      </h2>
      <p className="meta">
        {model ? <span>{model}</span> : null}
        {condition ? <span>{condition}</span> : null}
      </p>
    </div>
  )
}

function BesideParts({ beside: { left, right, rows, all, parts, part } }: { beside: Beside }) {
  if (parts.length < 2) return null
  const [before, after] = [parts[part - 1], parts[part + 1]]
  const address = (from: number) => `/transcripts/${left.transcript.id}/beside/${right.transcript.id}?from=${from}`
  return (
    <nav className="parts" aria-label="Parts of these transcripts">
      <span>{counted(all - rows.length, 'other row')} not shown here.</span>
      {before === undefined ? null : <a href={address(before)}>Earlier rows</a>}
      {after === undefined ? null : <a href={address(after)}>Later rows</a>}
    </nav>
  )
}
