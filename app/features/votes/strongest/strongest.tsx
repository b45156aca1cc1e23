import type { Argument } from '#app/features/discussion/bearing.ts'
import { type Subject, subjectPath } from '#app/features/discussion/comment.ts'
import { shortened } from '#app/lib/text.ts'
import { MemberLink } from '#app/ui/plain.tsx'

const placeOf = ({ kind, id }: Argument['source']) => (kind === 'post' ? subjectPath({ kind, id }) : `/comments/${id}`)

/** Above a long thread: for each framing the argument that whoever judges otherwise approves of most. */
export function Strongest({ strongest, on }: { strongest: Argument[]; on: Subject }) {
  if (strongest.length === 0) return null
  return (
    <section className="strongest card" aria-labelledby="strongest-heading">
      <h3 id="strongest-heading">The strongest argument for each framing</h3>
      <ul>
        {strongest.map(({ source, framingId, framingName, hue, author, title, words, claimId, claimStatement }) => (
          <li key={source.id} className={`hue-${hue}`}>
            <a className="framing-name" href={`/framings/${framingId}`}>
              {framingName}
            </a>
            <p>
              {title ? `${title}: ` : ''}
              {shortened(words, 140)}{' '}
              <a href={placeOf(source)}>
                Read&nbsp;it<span className="visually-hidden">: what {author.handle} wrote</span>
              </a>
            </p>
            <p className="meta">
              <MemberLink handle={author.handle} />
              {claimId === on.id ? null : <a href={`/claims/${claimId}`}>{claimStatement}</a>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
