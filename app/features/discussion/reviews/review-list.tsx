import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ReviewLine } from './reviews.server.ts'

/** The reviews of a paper: who, when, the points they make, and their threads. */
export function ReviewsSection({
  reviews,
  hasMore,
  isPaper,
}: {
  reviews: ReviewLine[]
  hasMore: boolean
  isPaper: boolean
}) {
  if (!isPaper) return null
  return (
    <section id="reviews">
      <h2>
        {reviews.length === 0 ? 'Reviews' : `${hasMore ? 'The newest ' : ''}${counted(reviews.length, 'review')}`}
      </h2>
      {reviews.length === 0 ? (
        <p className="soft">
          Nobody has reviewed it here yet. A review is a post of that kind which names this paper:{' '}
          <a href="/posts/new?kind=review">write one</a>.
        </p>
      ) : null}
      <ReviewList reviews={reviews} />
    </section>
  )
}

function ReviewList({ reviews }: { reviews: ReviewLine[] }) {
  return (
    <ul className="list">
      {reviews.map(({ id, title, handle, createdAt, points, commentCount }) => (
        <li key={id}>
          <h3>
            <a href={`/posts/${id}`}>{title}</a>
          </h3>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p className="meta">
            <MemberLink handle={handle} />
            <Time ms={createdAt} />
            <a href={`/posts/${id}#comments`}>{counted(commentCount, 'comment')}</a>
          </p>
        </li>
      ))}
    </ul>
  )
}
