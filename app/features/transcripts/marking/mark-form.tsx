import type { ReactNode } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { lengthOf, shortened } from '#app/lib/text.ts'
import { Form, Submit, TextArea } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import type { Sentence } from '../excerpt.ts'
import { numbered, type Turn } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'

export interface Candidate {
  turn: number
  offset: number
  end: { turn: number; offset: number }
  prefix: string
  exact: string
  suffix: string
}

/** Chooses the first and last sentence of a turn, or takes the words typed; without script or mouse. */
export function MarkForm({ transcriptId, number, sentences, next, refused }: Marking) {
  const candidates = (refused?.more.candidates ?? []) as Candidate[]
  return (
    <>
      {candidates.length > 0 ? <Candidates candidates={candidates} /> : null}
      <Form refused={refused} className="mark-form" action={`/transcripts/${transcriptId}/mark?turn=${number}`}>
        <TextArea
          name="words"
          label="The words"
          hint="Copied or typed from this turn. Or choose sentences below."
          rows={2}
        />
        <input type="hidden" name="turn" value={number} />
        <Submit>Mark these words</Submit>
        <SentenceChoice turn={number} sentences={sentences} next={next} typed={refused?.values} />
      </Form>
    </>
  )
}

interface Marking {
  transcriptId: string
  number: number
  sentences: Sentence[]
  next: number | null
  refused?: RefusedForm
}

interface Choice {
  turn: number
  sentences: Sentence[]
  /** Where those begin that are not shown. */
  next: number | null
  typed?: Record<string, string>
  /** What was wrong with the choice, where no other field says so. */
  errors?: string[]
}

/** A turn's sentences, to mark from one to another. */
export function SentenceChoice({ turn, next, ...rest }: Choice) {
  return (
    <>
      <Sentences turn={turn} {...rest} />
      <Submit>Mark from first to last</Submit>
      {next === null ? null : (
        <p>
          <a href={`?turn=${turn}&at=${next}`}>Later sentences of this turn</a>
        </p>
      )}
    </>
  )
}

function Sentences({ turn, sentences, typed = {}, errors = [] }: Omit<Choice, 'next'>) {
  return (
    <fieldset className="sentences" aria-describedby={errors.length > 0 ? 'sentences-error' : undefined}>
      <legend>First and last sentence</legend>
      {errors.length > 0 ? (
        <p className="error" id="sentences-error">
          {errors.join(' ')}
        </p>
      ) : null}
      <p className="sentence-heads" aria-hidden="true">
        <span>First</span>
        <span>Last</span>
      </p>
      <ol>
        {sentences.map(({ start, end, text }, i) => {
          const [from, to] = [`${turn}.${start}`, `${turn}.${end}`]
          return (
            <li key={start}>
              <label title="First">
                <input type="radio" name="start" value={from} defaultChecked={typed.start === from} />
                <span className="visually-hidden">First is sentence {i + 1}: </span>
              </label>
              <label title="Last">
                <input type="radio" name="end" value={to} defaultChecked={typed.end === to} />
                <span className="visually-hidden">Last is sentence {i + 1}: </span>
              </label>
              <span dir="auto">{text}</span>
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

/** The places where the typed words stand; each a button. */
function Candidates({ candidates }: { candidates: Candidate[] }) {
  return (
    <section className="candidates" aria-labelledby="which">
      <h2 id="which">Which of these?</h2>
      <ul>
        {candidates.map(({ turn, offset, end, prefix, exact, suffix }) => (
          <li key={`${turn}.${offset}`}>
            <SpanForm start={`${turn}.${offset}`} end={`${end.turn}.${end.offset}`} words="Mark these" />
            <span>
              <span className="soft">
                Turn {turn}: …{prefix}
              </span>
              <mark>{shortened(exact, 200)}</mark>
              <span className="soft">{suffix}…</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Words chosen on the transcript's page, to be marked now. */
export function ChosenWords({ start, end, words }: { start: string; end: string; words: string }) {
  return (
    <section className="chosen-words card" aria-labelledby="chosen">
      <h2 id="chosen">These words?</h2>
      <blockquote dir="auto">
        <mark>{words.length > 2000 ? shortened(words, 1000) : words}</mark>
      </blockquote>
      <SpanForm start={start} end={end} words="Mark these words" />
    </section>
  )
}

/** Marks a span that is already known. */
function SpanForm({ start, end, words }: { start: string; end: string; words: string }) {
  return (
    <form method="post">
      <input type="hidden" name="start" value={start} />
      <input type="hidden" name="end" value={end} />
      <button className="button" type="submit">
        {words}
      </button>
      <Discuss />
    </form>
  )
}

/** The turns to choose from. */
export function TurnChoice({ transcriptId, turns, from }: { transcriptId: string; turns: Turn[]; from: number }) {
  return (
    <ol className="list turn-choice" start={from}>
      {numbered(turns, from).map(({ turn, number }) => (
        <li key={number}>
          <a href={`/transcripts/${transcriptId}/mark?turn=${number}`}>
            Turn {number}, {turn.speaker ?? roleWords[turn.role]}
          </a>
          <span className="soft">{shortened(turn.text, 120)}</span>
          <span className="soft small">{counted(lengthOf(turn.text), 'character')}</span>
        </li>
      ))}
    </ol>
  )
}

/** The labels on all of a transcript, and the way to put one on. */
export function WholeMark({ transcriptId, children }: { transcriptId: string; children?: ReactNode }) {
  return (
    <form method="post" action={`/transcripts/${transcriptId}/mark`} className="whole-mark">
      {children}
      <input type="hidden" name="whole" value="1" />
      <button className="link" type="submit">
        Label all of it
      </button>
    </form>
  )
}

/** What a script shows when words are selected on the transcript's page; hidden without one. */
export function MarkBar({ transcriptId }: { transcriptId: string }) {
  return (
    <form id="mark-words" method="post" action={`/transcripts/${transcriptId}/mark`} className="mark-bar" hidden>
      <input type="hidden" name="start" value="" />
      <input type="hidden" name="end" value="" />
      <output className="mark-bar-words" />
      <span className="hint">Marked, they get an address; then anybody labels and cites them.</span>
      <button className="button" type="submit">
        Mark these words
      </button>
      <Discuss />
    </form>
  )
}

/** Marks them too: what is discussed or cited is their excerpt. */
function Discuss() {
  return (
    <>
      <button className="button quiet" type="submit" name="then" value="discuss">
        Discuss these words
      </button>
      <button className="button quiet" type="submit" name="then" value="cite">
        Cite
      </button>
    </>
  )
}
