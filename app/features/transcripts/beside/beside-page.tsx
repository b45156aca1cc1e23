import { counted } from '#app/ui/plain.tsx'
import type { NumberedTurn, TranscriptFacts } from '../transcript.ts'
import { turnAddress } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import { turnHtml } from '../turn-html.ts'
import type { Beside, Row } from './beside.server.ts'
import { differenceOf } from './difference.ts'

/** Two transcripts, turn beside turn. What both say in the same words is said once, across. */
export function BesidePage({ beside }: { beside: Beside }) {
  const { left, right, rows, all, same } = beside
  const way = <BesideParts beside={beside} />
  return (
    <>
      <p>
        {same === 0 ? 'No turn is' : counted(same, 'turn is', 'turns are')} the same in both, of {counted(all, 'row')}.
        The same words stand across; where two turns begin or end alike, the words that differ are set apart.
      </p>
      <div className="beside-heads">
        <BesideHead transcript={left} />
        <BesideHead transcript={right} />
      </div>
      {way}
      <ol className="beside">
        {rows.map((row) => (
          <BesideRow key={`${row.left?.number}-${row.right?.number}`} row={row} left={left} right={right} />
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

function BesideRow({ row, left, right }: { row: Row } & Pick<Beside, 'left' | 'right'>) {
  const difference = row.left && row.right && !row.isSame ? differenceOf(row.left.turn.text, row.right.turn.text) : null
  if (row.isSame && row.left)
    return (
      <li className="beside-row same">
        <BesideTurn transcript={left} said={row.left} also={row.right?.number} />
      </li>
    )
  return (
    <li className="beside-row">
      <BesideTurn transcript={left} said={row.left} found={difference?.left} />
      <BesideTurn transcript={right} said={row.right} found={difference?.right} />
    </li>
  )
}

interface TurnProps {
  transcript: TranscriptFacts
  said: NumberedTurn | undefined
  /** The number that the same turn has in the other transcript. */
  also?: number
  found?: { start: number; end: number }
}

function BesideTurn({ transcript, said, also, found }: TurnProps) {
  if (!said) return <p className="turn soft">No such turn in “{transcript.title}”.</p>
  const { turn, number } = said
  return (
    <div className={`turn ${turn.role}`}>
      <p className="turn-head">
        <a
          className="turn-number"
          href={turnAddress(transcript.id, number)}
          aria-label={`Turn ${number} of ${transcript.title}`}
        >
          {number}
        </a>
        <span className="turn-role">{roleWords[turn.role]}</span>
        {turn.speaker ? <span>{turn.speaker}</span> : null}
        {also === undefined ? null : <span>the same in both{also === number ? '' : `, there turn ${also}`}</span>}
      </p>
      <div
        className="turn-words"
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: as on the transcript's page; turnHtml escapes everything
        dangerouslySetInnerHTML={{ __html: turnHtml(turn.text, [], found ? [found] : []) }}
      />
    </div>
  )
}

function BesideParts({ beside: { left, right, rows, all, parts, part } }: { beside: Beside }) {
  if (parts.length < 2) return null
  const [before, after] = [parts[part - 1], parts[part + 1]]
  const address = (from: number) => `/transcripts/${left.id}/beside/${right.id}?from=${from}`
  return (
    <nav className="parts" aria-label="Parts of these transcripts">
      <span>{counted(all - rows.length, 'other row')} not shown here.</span>
      {before === undefined ? null : <a href={address(before)}>Earlier rows</a>}
      {after === undefined ? null : <a href={address(after)}>Later rows</a>}
    </nav>
  )
}
