import type { ReactNode } from 'react'
import { shortened } from '#app/lib/text.ts'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { TranscriptFacts } from './transcript.ts'

interface TranscriptListProps {
  transcripts: TranscriptFacts[]
  /** The collection that is gone through: links lead on within it. */
  within?: string
  /** More that is said of a transcript, and done with it. */
  besideOf?: (transcript: TranscriptFacts) => ReactNode
}

export function TranscriptList({ transcripts, within, besideOf }: TranscriptListProps) {
  const query = within === undefined ? '' : `?in=${encodeURIComponent(within)}`
  return (
    <ul className="list">
      {transcripts.map((transcript) => (
        <TranscriptItem key={transcript.id} transcript={transcript} query={query} beside={besideOf?.(transcript)} />
      ))}
    </ul>
  )
}

function TranscriptItem(props: { transcript: TranscriptFacts; query: string; beside: ReactNode }) {
  const { id, title, model, condition, source, turnCount, excerptCount, addedBy, createdAt } = props.transcript
  return (
    <li>
      <h2>
        <a href={`/transcripts/${id}${props.query}`}>{title}</a>
      </h2>
      <p className="meta">
        {model ? <span>{model}</span> : null}
        {condition ? <span>{condition}</span> : null}
        {isFile(source) ? <span>{shortened(source, 80)}</span> : null}
        <span>{counted(turnCount, 'turn')}</span>
        {excerptCount > 0 ? <span>{counted(excerptCount, 'excerpt')}</span> : null}
        <span>
          <MemberLink handle={addedBy} />, <Time ms={createdAt} />
        </span>
      </p>
      {props.beside}
    </li>
  )
}

/** A file tells transcripts of one task apart; an address would be long, and says it on the transcript's page. */
const isFile = (source: string | null): source is string =>
  source !== null && /\.\w{2,5}(, |$)/.test(source) && !source.includes('/')

/** Narrows the list to one collection; a plain form. */
export function CollectionFilter({
  collections,
  chosen,
}: {
  collections: { id: string; title: string }[]
  chosen?: string
}) {
  if (collections.length === 0) return null
  return (
    <form method="get" action="/transcripts" className="collection-filter">
      <label htmlFor="collection">Collection</label>
      <select id="collection" name="collection" defaultValue={chosen ?? ''}>
        <option value="">All transcripts</option>
        {collections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button className="button quiet" type="submit">
        Show
      </button>
      <a href="/collections">All collections</a>
    </form>
  )
}
