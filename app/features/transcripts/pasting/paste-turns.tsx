import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import type { PasteFields } from '../bringing/pasted.ts'
import { RoleSelect, Speakers } from '../bringing/turn-preview.tsx'
import type { Sentence } from '../excerpt.ts'
import { SentenceChoice } from '../marking/mark-form.tsx'
import { type NumberedTurn, numbered, type Turn } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import { turnHtml } from '../turn-html.ts'
import { wholeTurn } from './paste.ts'

interface Turns {
  shown: NumberedTurn[]
  read: Turn[]
  said: PasteFields
  count: number
  parts: number[]
  from: number
  to: number
  refused?: RefusedForm
}

/** The turns of a paste as they will stand, to mark words in: by selecting them, or turn by turn. */
export function PasteTurns({ shown, read, said, refused, ...way }: Turns) {
  return (
    <>
      <h1>Mark the words that matter</h1>
      <p>
        {counted(way.count, 'turn')}, as they read. Select some words, or take a turn’s words by its link.{' '}
        <span className="soft">This is kept for a day, and only this browser sees it.</span>
      </p>
      <WhoIsWho turns={read} said={said} {...way} />
      {refused ? <Refused refused={refused} /> : null}
      <Way {...way} />
      <ol className="turns">
        {shown.map(({ turn, number }) => (
          <li key={number} id={`t-${number}`} className={`turn ${turn.role}`} value={number}>
            <TurnHead turn={turn} number={number} />
            <div
              className="turn-words"
              data-turn={number}
              dir="auto"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: as on a transcript's page: turnHtml escapes everything
              dangerouslySetInnerHTML={{ __html: turnHtml(turn.text, []) }}
            />
          </li>
        ))}
      </ol>
      <Way {...way} />
      <form method="post" action="/paste" className="actions">
        <a href="/paste?step=text">Change the text</a>
        <button className="link" type="submit" name="intent" value="drop">
          Throw it away
        </button>
      </form>
      <PasteBar />
    </>
  )
}

function Refused({ refused }: { refused: RefusedForm }) {
  return (
    <div className="refused" role="alert">
      <p>{Object.values(refused.errors).flat().join(' ')}</p>
    </div>
  )
}

function TurnHead({ turn, number }: { turn: Turn; number: number }) {
  return (
    <div className="turn-head">
      <span className="turn-number">{number}</span>
      <span className="turn-role">{roleWords[turn.role]}</span>
      {turn.speaker ? <span className="turn-speaker">{turn.speaker}</span> : null}
      {turn.text.trim() === '' ? null : (
        <a className="turn-mark" href={`/paste?turn=${number}`}>
          Mark words<span className="visually-hidden"> of turn {number}</span>
        </a>
      )}
    </div>
  )
}

/** Who speaks, where that was read otherwise than it is: in the turns of this part. */
function WhoIsWho({ turns, said, from, to }: { turns: Turn[]; said: PasteFields; from: number; to: number }) {
  return (
    <details className="who-is-who">
      <summary>Is something in the wrong role?</summary>
      <form method="post" action="/paste">
        <input type="hidden" name="intent" value="roles" />
        <input type="hidden" name="from" value={from} />
        <Speakers turns={turns} choices={said} />
        <ol start={from}>
          {numbered(turns.slice(from, to), from).map(({ turn, number }) => (
            <li key={number} value={number}>
              <RoleSelect
                name={`role.${number}`}
                value={said[`role.${number}`] ?? ''}
                label={`Role of turn ${number}`}
                unchanged={roleWords[turn.role]}
              />
              <span className="soft">{turn.text.slice(0, 60)}</span>
            </li>
          ))}
        </ol>
        <button className="button quiet" type="submit">
          Read them so
        </button>
      </form>
    </details>
  )
}

/** The way through a long paste. */
function Way({ count, parts, from, to }: Pick<Turns, 'count' | 'parts' | 'from' | 'to'>) {
  if (parts.length < 2) return null
  const at = parts.indexOf(from)
  const [before, after] = [parts[at - 1], parts[at + 1]]
  return (
    <nav className="parts" aria-label="Parts of this paste">
      <span>
        Turns {from} to {to - 1} of {count}.
      </span>
      {before === undefined ? null : <a href={`/paste?step=turns&from=${before}`}>Earlier turns</a>}
      {after === undefined ? null : <a href={`/paste?step=turns&from=${after}`}>Later turns</a>}
    </nav>
  )
}

/** What the script of marking shows when words are selected. */
function PasteBar() {
  return (
    <form id="mark-words" method="post" action="/paste" className="mark-bar" hidden>
      <input type="hidden" name="start" value="" />
      <input type="hidden" name="end" value="" />
      <output className="mark-bar-words" />
      <button className="button" type="submit" name="intent" value="mark">
        Mark these words
      </button>
    </form>
  )
}

interface OneTurn {
  number: number
  turn: Turn
  sentences: Sentence[]
  next: number | null
  refused?: RefusedForm
}

/** The words of one turn, by sentence or all of them: without script or mouse. */
export function PasteSentences({ number, turn, sentences, next, refused }: OneTurn) {
  const whole = wholeTurn(number, turn)
  return (
    <>
      <h1>Mark the words that matter</h1>
      <p className="soft">
        of turn {number}, {turn.speaker ?? roleWords[turn.role]}. <a href="/paste?step=turns">All turns</a>
      </p>
      <Form refused={refused} className="mark-form" action={`/paste?turn=${number}`}>
        <input type="hidden" name="intent" value="mark" />
        <SentenceChoice
          turn={number}
          sentences={sentences}
          next={next}
          typed={refused?.values}
          errors={refused?.errors.words}
        />
      </Form>
      <form method="post" action={`/paste?turn=${number}`} className="actions">
        <input type="hidden" name="start" value={whole.start} />
        <input type="hidden" name="end" value={whole.end} />
        <button className="button quiet" type="submit" name="intent" value="mark">
          Mark the whole turn
        </button>
      </form>
    </>
  )
}
