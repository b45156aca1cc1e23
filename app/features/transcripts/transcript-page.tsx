import type { ReactNode } from 'react'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Completeness, TranscriptFacts, TurnRole } from './transcript.ts'

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
  collections: readonly InCollection[]
  /** The labels on all of it. */
  badges?: ReactNode
}

/** What is known of a transcript beside its turns. */
export function TranscriptHead({ transcript, collections, badges }: Head) {
  return (
    <header className="transcript-head">
      <h1 dir="auto">{transcript.title}</h1>
      <p className="meta">
        <span>{counted(transcript.turnCount, 'turn')}</span>
        <span>{counted(transcript.excerptCount, 'excerpt')}</span>
        <span>
          brought by <MemberLink handle={transcript.addedBy} /> on <Time ms={transcript.createdAt} />
        </span>
      </p>
      <TranscriptFactList transcript={transcript}>
        {collections.length > 0 ? <CollectionLinks collections={collections} /> : null}
      </TranscriptFactList>
      {badges}
    </header>
  )
}

/** Model, condition, source, scores and the like, as far as they are known. */
export function TranscriptFactList({ transcript, children }: { transcript: TranscriptFacts; children?: ReactNode }) {
  return (
    <dl className="facts">
      {factsOf(transcript).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {children}
    </dl>
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

interface InCollection {
  id: string
  title: string
}

function CollectionLinks({ collections }: { collections: readonly InCollection[] }) {
  return (
    <div>
      <dt>Collections</dt>
      <dd className="collection-links">
        {collections.map(({ id, title }) => (
          <a key={id} href={`/collections/${id}`}>
            {title}
          </a>
        ))}
      </dd>
    </div>
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
