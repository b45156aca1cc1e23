import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { TranscriptFacts } from './transcript.ts'

export function TranscriptList({ transcripts }: { transcripts: TranscriptFacts[] }) {
  return (
    <ul className="list">
      {transcripts.map(({ id, title, model, condition, turnCount, excerptCount, addedBy, createdAt }) => (
        <li key={id}>
          <h2>
            <a href={`/transcripts/${id}`}>{title}</a>
          </h2>
          <p className="meta">
            {model ? <span>{model}</span> : null}
            {condition ? <span>{condition}</span> : null}
            <span>{counted(turnCount, 'turn')}</span>
            {excerptCount > 0 ? <span>{counted(excerptCount, 'excerpt')}</span> : null}
            <span>
              <MemberLink handle={addedBy} />, <Time ms={createdAt} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

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
    </form>
  )
}
