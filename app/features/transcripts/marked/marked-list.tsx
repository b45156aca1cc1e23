import { Time } from '#app/ui/time.tsx'
import type { Marked } from './marked.server.ts'

/** Excerpts as lists show them: their words, and where they stand. */
export function MarkedList({ excerpts }: { excerpts: Marked[] }) {
  return (
    <ul className="list">
      {excerpts.map(({ id, words, transcript, createdAt }) => (
        <li key={id}>
          <p className="prose" dir="auto">
            “{words}”
          </p>
          <p className="meta">
            <a href={`/excerpts/${id}`}>Excerpt</a>
            <Time ms={createdAt} />
            <span>
              from <a href={`/transcripts/${transcript.id}`}>{transcript.title}</a>
            </span>
            {transcript.model ? <span>{transcript.model}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
