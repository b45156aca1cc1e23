import type { Argument } from '#app/features/discussion/bearing.ts'
import { subjectPath } from '#app/features/discussion/comment.ts'
import { MemberLink } from '#app/ui/plain.tsx'

const placeOf = ({ kind, id }: Argument['source']) => (kind === 'post' ? subjectPath({ kind, id }) : `/comments/${id}`)

/** Above a long thread: for each framing the argument that whoever judges otherwise approves of most. */
export function Strongest({ strongest }: { strongest: Argument[] }) {
  if (strongest.length === 0) return null
  return (
    <section className="strongest card" aria-labelledby="strongest-heading">
      <h3 id="strongest-heading">The strongest argument for each framing</h3>
      <ul>
        {strongest.map(({ source, framingId, framingName, hue, author, title, words }) => (
          <li key={source.id} className={`hue-${hue}`}>
            <a className="framing-name" href={`/framings/${framingId}`}>
              {framingName}
            </a>
            <p>
              {title ? `${title}: ` : ''}
              {words}{' '}
              <a href={placeOf(source)}>
                Read it<span className="visually-hidden">: what {author.handle} wrote</span>
              </a>
            </p>
            <p className="meta">
              <MemberLink handle={author.handle} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
