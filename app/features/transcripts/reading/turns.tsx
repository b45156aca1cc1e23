import { lengthOf } from '#app/lib/text.ts'
import { counted } from '#app/ui/plain.tsx'
import type { Excerpt } from '../excerpt.ts'
import { type NumberedTurn, type Turn, turnAddress } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import { type MarkedWords, turnHtml } from '../turn-html.ts'
import { placesOf } from './find-words.ts'
import { Margin, type MarginSlots } from './margin.tsx'

interface Shown extends MarginSlots {
  transcriptId: string
  turns: NumberedTurn[]
  excerpts: Excerpt[]
  /** Words that were looked for. */
  q?: string
  /** Scratchpads and tools' turns arrive folded. */
  folded?: boolean
  /** Saved as a file: nothing in it can be done, only read. */
  isFile?: boolean
}

/** Turns down the middle, the excerpts of each in the margin beside it. */
export function Turns({ transcriptId, turns, excerpts, q = '', folded = false, isFile = false, ...slots }: Shown) {
  const marked = excerpts.filter(({ whole }) => !whole)
  const numbers = new Set(turns.map(({ number }) => number))
  return (
    <ol className="turns">
      {turns.map(({ turn, number }) => {
        const { own, noted } = excerptsAt(marked, number, numbers)
        return (
          <li key={number} id={`t-${number}`} className={`turn ${turn.role}`} value={number}>
            <TurnHead transcriptId={transcriptId} turn={turn} number={number} isFile={isFile} />
            <Words turn={turn} number={number} excerpts={own} q={q} folded={folded} signOf={slots.signOf} />
            {noted.length > 0 ? <Margin excerpts={noted} number={number} slots={slots} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The excerpts that touch a turn, and those of them that are noted beside it. */
export function excerptsAt(excerpts: Excerpt[], number: number, shown: ReadonlySet<number>) {
  const own = excerpts.filter(({ start, end }) => start.turn <= number && end.turn >= number)
  const noted = own.filter(({ start }) => start.turn === number || isFirstShown(start.turn, number, shown))
  return { own, noted }
}

/** Whether none of the turns from where an excerpt begins up to this one is shown. */
function isFirstShown(start: number, number: number, shown: ReadonlySet<number>): boolean {
  for (let turn = start; turn < number; turn++) if (shown.has(turn)) return false
  return true
}

interface WordsProps extends Pick<MarginSlots, 'signOf'> {
  turn: Turn
  number: number
  excerpts: Excerpt[]
  q: string
  folded: boolean
}

const longTool = 3000

/** What was said. A scratchpad or tool's turn can be folded away; a tool's long one, that nobody marked, arrives so. */
function Words({ turn, number, excerpts, q, folded, signOf }: WordsProps) {
  const found = q === '' ? [] : placesOf(turn.text, q)
  const words = (
    <div
      className="turn-words"
      data-turn={number}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React writes a CR as it is, which parsers turn into LF; turnHtml escapes everything
      dangerouslySetInnerHTML={{ __html: turnHtml(turn.text, wordsIn(turn, number, excerpts, signOf), found) }}
    />
  )
  if ((turn.role !== 'scratchpad' && turn.role !== 'tool') || turn.text.trim() === '') return words
  const length = lengthOf(turn.text)
  const isPlain = excerpts.length === 0 && found.length === 0
  const isOpen = !isPlain || !(folded || (turn.role === 'tool' && length > longTool))
  return (
    <details className="turn-fold" open={isOpen}>
      <summary>
        <span className="visually-hidden">
          {roleWords[turn.role]} of turn {number},{' '}
        </span>
        {counted(length, 'character')}
      </summary>
      {words}
    </details>
  )
}

/** What of a turn excerpts cover. */
export function wordsIn(turn: Turn, number: number, excerpts: Excerpt[], signOf: MarginSlots['signOf']): MarkedWords[] {
  const isLeft = excerpts.some(({ end }) => end.turn !== number)
  const length = isLeft ? lengthOf(turn.text) : 0
  return excerpts.map(({ id, start, end }) => ({
    id,
    start: start.turn === number ? start.offset : 0,
    end: end.turn === number ? end.offset : length,
    sign: signOf?.(id),
  }))
}

interface HeadProps {
  transcriptId: string
  turn: Turn
  number: number
  isFile: boolean
}

function TurnHead({ transcriptId, turn, number, isFile }: HeadProps) {
  return (
    <div className="turn-head">
      <a className="turn-number" href={turnAddress(transcriptId, number)} aria-label={`Turn ${number}`}>
        {number}
      </a>
      <span className="turn-role">{roleWords[turn.role]}</span>
      {turn.speaker ? <span className="turn-speaker">{turn.speaker}</span> : null}
      {turn.text.trim() === '' ? <span>nothing said</span> : null}
      {turn.text.trim() === '' || isFile ? null : (
        <a className="turn-mark" href={`/transcripts/${transcriptId}/mark?turn=${number}`}>
          Mark words<span className="visually-hidden"> of turn {number}</span>
        </a>
      )}
    </div>
  )
}
