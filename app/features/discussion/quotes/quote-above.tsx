import type { Comment } from '../comment.ts'
import type { Quote } from './quote.ts'

/** The comment that quotes. */
type Quoting = Pick<Comment, 'id' | 'parentId'>

/** The words that a comment answers, where they stand, and how surely. */
export function QuoteAbove({ quote, of }: { quote: Quote; of: Quoting }) {
  const says = saysOf(quote)
  const isPlaced = quote.anchored === 'exact' || quote.anchored === 'approximate'
  return (
    <blockquote className="quote-above">
      <p dir="auto">{quote.exact}</p>
      <p className="meta">
        {says ? <span>{says}</span> : null}
        {isPlaced ? <InPlace quote={quote} of={of} /> : null}
        {says && quote.isVerified ? <AsTaken quote={quote} /> : null}
      </p>
    </blockquote>
  )
}

/** Nothing, where the words stand as they were quoted. */
function saysOf({ anchored, isVerified, isTargetDeleted, target }: Quote): string | undefined {
  if (isTargetDeleted) return `The ${target.kind} that these words are of was deleted.`
  if (anchored === 'ambiguous') return 'Ambiguous: these words stand in several places.'
  if (anchored === 'approximate')
    return isVerified
      ? 'Approximate: the words were changed since.'
      : 'Approximate: not word for word what stands there.'
  if (anchored === 'orphaned')
    return isVerified ? 'Orphaned: these words no longer stand there.' : 'Not found word for word in what this answers.'
}

function InPlace({ quote: { target }, of }: { quote: Quote; of: Quoting }) {
  if (target.kind !== 'post' && target.kind !== 'comment') return null
  // A comment is on the page of what answers it; which page that is, the link need not know. What was moved left it behind.
  const path = target.kind === 'post' ? `/posts/${target.id}` : ''
  const isElsewhere = target.kind === 'comment' && of.parentId !== target.id
  return (
    <a href={isElsewhere ? `/comments/${target.id}` : `${path}#${placeId(of.id)}`}>
      In place<span className="visually-hidden"> in the {target.kind}</span>
    </a>
  )
}

function AsTaken({ quote: { target, revision, isTargetDeleted } }: { quote: Quote }) {
  if (revision === null || isTargetDeleted) return null
  const path = `/${target.kind}s/${target.id}/history`
  const place = target.kind === 'post' ? `?from=${revision}` : `#revision-${revision}`
  return <a href={path + place}>As quoted, in revision {revision}</a>
}

/** The id of the words that a comment quotes, on the page where they stand. */
export const placeId = (commentId: string) => `q-${commentId}`
