import type { ReactNode } from 'react'
import { lengthOf, shortened } from '#app/lib/text.ts'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Excerpt } from './excerpt.ts'
import type { Completeness, TranscriptFacts, Turn, TurnRole } from './transcript.ts'
import { numbered, turnAddress } from './transcript.ts'
import { type MarkedWords, turnHtml } from './turn-html.ts'

export const roleWords: Record<TurnRole, string> = {
  system: 'System',
  user: 'User',
  assistant: 'Assistant',
  scratchpad: 'Scratchpad',
  tool: 'Tool',
}

export const completenessWords: Record<Completeness, string> = {
  whole: 'The whole',
  excerpt: 'A part of a longer one',
  elided: 'With parts left out',
  retold: 'Retold, not word for word',
}

interface Head {
  transcript: TranscriptFacts
  collections: string[]
  /** The labels on all of it. */
  badges?: ReactNode
}

/** What is known of a transcript beside its turns. */
export function TranscriptHead({ transcript, collections, badges }: Head) {
  return (
    <header className="transcript-head">
      <h1>{transcript.title}</h1>
      <p className="meta">
        <span>{counted(transcript.turnCount, 'turn')}</span>
        <span>{counted(transcript.excerptCount, 'excerpt')}</span>
        <span>
          brought by <MemberLink handle={transcript.addedBy} /> on <Time ms={transcript.createdAt} />
        </span>
      </p>
      <dl className="facts">
        {factsOf(transcript).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {collections.length > 0 ? <CollectionLinks slugs={collections} /> : null}
      </dl>
      {badges}
    </header>
  )
}

function factsOf({ model, condition, source, licence, completeness, scores }: TranscriptFacts): [string, string][] {
  const said: [string, string | null][] = [
    ['Model', model],
    ['Condition', condition],
    ['Source', source],
    ['Licence', licence],
    ['Kept', completeness === 'whole' ? null : completenessWords[completeness]],
  ]
  const scored = Object.entries(scores).map(([name, value]): [string, string] => [name, scoreWords(value)])
  return [...said.filter((fact): fact is [string, string] => Boolean(fact[1])), ...scored]
}

function scoreWords(value: number | string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null ? 'none' : String(value)
}

function CollectionLinks({ slugs }: { slugs: string[] }) {
  return (
    <div>
      <dt>Collections</dt>
      <dd className="collection-links">
        {slugs.map((slug) => (
          <a key={slug} href={`/collections/${slug}`}>
            {slug}
          </a>
        ))}
      </dd>
    </div>
  )
}

interface Part {
  transcriptId: string
  turns: Turn[]
  /** The number of the first turn shown. */
  from: number
  excerpts: Excerpt[]
  /** What stands in the margin below an excerpt's words: its labels. */
  marginFor?: (excerpt: Excerpt) => ReactNode
}

/** Turns down the middle, the excerpts of each in the margin beside it. */
export function Turns({ transcriptId, turns, from, excerpts, marginFor }: Part) {
  const marked = excerpts.filter(({ whole }) => !whole)
  return (
    <ol className="turns" start={from}>
      {numbered(turns, from).map(({ turn, number }) => {
        const own = marked.filter(({ start, end }) => start.turn <= number && end.turn >= number)
        const noted = own.filter(({ start }) => start.turn === number || (number === from && start.turn < from))
        return (
          <li key={number} id={`t-${number}`} className={`turn ${turn.role}`}>
            <TurnHead transcriptId={transcriptId} turn={turn} number={number} />
            <div
              className="turn-words"
              data-turn={number}
              dir="auto"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: React writes a CR as it is, which parsers turn into LF; turnHtml escapes everything
              dangerouslySetInnerHTML={{ __html: turnHtml(turn.text, wordsIn(turn, number, own)) }}
            />
            {noted.length > 0 ? <Margin excerpts={noted} marginFor={marginFor} number={number} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

function wordsIn(turn: Turn, number: number, excerpts: Excerpt[]): MarkedWords[] {
  return excerpts.map(({ id, start, end }) => ({
    id,
    start: start.turn === number ? start.offset : 0,
    end: end.turn === number ? end.offset : lengthOf(turn.text),
  }))
}

function TurnHead({ transcriptId, turn, number }: { transcriptId: string; turn: Turn; number: number }) {
  return (
    <div className="turn-head">
      <a className="turn-number" href={turnAddress(transcriptId, number)} aria-label={`Turn ${number}`}>
        {number}
      </a>
      <span className="turn-role">{roleWords[turn.role]}</span>
      {turn.speaker ? <span className="turn-speaker">{turn.speaker}</span> : null}
      {turn.text.trim() === '' ? (
        <span>nothing said</span>
      ) : (
        <a className="turn-mark" href={`/transcripts/${transcriptId}/mark?turn=${number}`}>
          Mark words<span className="visually-hidden"> of turn {number}</span>
        </a>
      )}
    </div>
  )
}

function Margin({ excerpts, marginFor, number }: { excerpts: Excerpt[]; number: number } & Pick<Part, 'marginFor'>) {
  return (
    <ul className="margin" aria-label={`Words marked in turn ${number}`}>
      {excerpts.map((excerpt) => (
        <li key={excerpt.id} id={`e-${excerpt.id}`}>
          <a className="margin-words" href={`/excerpts/${excerpt.id}`}>
            {shortened(excerpt.exact.slice(0, 400), 90)}
          </a>
          {marginFor?.(excerpt)}
        </li>
      ))}
    </ul>
  )
}

interface Way {
  transcript: TranscriptFacts
  /** The turns that parts begin with. */
  parts: number[]
  from: number
  to: number
  /** After the transcript's own address. */
  path?: string
}

/** The way through a long transcript, and what of it is not shown here. */
export function Parts({ transcript, parts, from, to, path = '' }: Way) {
  if (parts.length < 2) return null
  const at = parts.indexOf(from)
  const address = (part: number) => `/transcripts/${transcript.id}${path}?from=${part}`
  const [before, after] = [parts[at - 1], parts[at + 1]]
  return (
    <nav className="parts" aria-label="Parts of this transcript">
      <span>
        Turns {from} to {to - 1}; {counted(transcript.turnCount - (to - from), 'other turn')} not shown here.
      </span>
      {before === undefined ? null : <a href={address(before)}>Earlier turns</a>}
      {after === undefined ? null : <a href={address(after)}>Later turns</a>}
    </nav>
  )
}
