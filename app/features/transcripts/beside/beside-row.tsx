import { shortened } from '#app/lib/text.ts'
import type { Excerpt } from '../excerpt.ts'
import { Margin, type MarginSlots } from '../reading/margin.tsx'
import { excerptsAt, wordsIn } from '../reading/turns.tsx'
import { type NumberedTurn, turnAddress } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import { turnHtml } from '../turn-html.ts'
import type { Row, Side } from './beside.server.ts'
import { differenceOf } from './difference.ts'

export type Slots = Pick<MarginSlots, 'marginFor' | 'signOf'>

interface ShownSide extends Side {
  /** The numbers of the turns on this page. */
  shown: ReadonlySet<number>
}

export function shownSide(side: Side, rows: Row[], which: 'left' | 'right'): ShownSide {
  return { ...side, shown: new Set(rows.flatMap((row) => row[which]?.number ?? [])) }
}

interface RowProps {
  row: Row
  left: ShownSide
  right: ShownSide
  slots: Slots
}

/** Two turns, or the one that both transcripts have, with what was marked in either. */
export function BesideRow({ row, left, right, slots }: RowProps) {
  const difference = row.left && row.right && !row.isSame ? differenceOf(row.left.turn.text, row.right.turn.text) : null
  if (row.isSame && row.left)
    return (
      <li className="beside-row same">
        <BesideTurn
          side={left}
          said={row.left}
          other={row.right && { side: right, number: row.right.number }}
          slots={slots}
        />
      </li>
    )
  return (
    <li className="beside-row">
      <BesideTurn side={left} said={row.left} found={difference?.left} slots={slots} />
      <BesideTurn side={right} said={row.right} found={difference?.right} slots={slots} />
    </li>
  )
}

interface TurnProps {
  side: ShownSide
  said: NumberedTurn | undefined
  /** Where the same turn stands in the other transcript. */
  other?: { side: ShownSide; number: number }
  found?: { start: number; end: number }
  slots: Slots
}

function BesideTurn({ side, said, other, found, slots }: TurnProps) {
  const { transcript } = side
  if (!said) return <p className="turn soft">No such turn in “{transcript.title}”.</p>
  const { turn, number } = said
  // Beside itself, a transcript has its marks once.
  const isElsewhere = other !== undefined && other.side.transcript.id !== transcript.id
  const places = [{ side, number }, ...(isElsewhere ? [other] : [])]
  const marked = places.map((place) => ({
    ...place,
    ...excerptsAt(place.side.excerpts, place.number, place.side.shown),
  }))
  const marks = marked.flatMap((place) => wordsIn(turn, place.number, place.own, slots.signOf))
  return (
    <div className={`turn ${turn.role}`}>
      <BesideTurnHead side={side} said={said} also={other?.number} />
      <div
        className="turn-words"
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: as on the transcript's page; turnHtml escapes everything
        dangerouslySetInnerHTML={{ __html: turnHtml(turn.text, marks, found ? [found] : []) }}
      />
      {marked.map((place) => (
        <MarkedHere key={place.side.transcript.id} {...place} isElsewhere={place.side !== side} slots={slots} />
      ))}
    </div>
  )
}

interface MarkedProps extends Pick<TurnProps, 'side' | 'slots'> {
  number: number
  noted: Excerpt[]
  isElsewhere: boolean
}

function MarkedHere({ side: { transcript }, number, noted, isElsewhere, slots }: MarkedProps) {
  if (noted.length === 0) return null
  return (
    <>
      {isElsewhere ? <p className="soft small">Marked in “{transcript.title}”:</p> : null}
      <Margin excerpts={noted} number={number} of={transcript.title} slots={slots} />
    </>
  )
}

function BesideTurnHead({ side: { transcript }, said, also }: { side: Side; said: NumberedTurn; also?: number }) {
  const { turn, number } = said
  return (
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
      {also === undefined ? (
        <span className="turn-of">{shortened(transcript.title, 60)}</span>
      ) : (
        <span>the same in both{also === number ? '' : `, there turn ${also}`}</span>
      )}
    </p>
  )
}
