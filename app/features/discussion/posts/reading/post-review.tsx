import type { Review } from '../../post.ts'
import { Prose } from '../../prose.tsx'

/** What a review says of itself: what it is about, who asked, what came of it. */
export function PostReview({ review }: { review: Review | null }) {
  if (!review) return null
  const { post, askedBy, answered, answeredHtml, changed, changedHtml } = review
  return (
    <section className="review" aria-label="About this review">
      {post ? (
        <p>
          Reviews <a href={`/posts/${post.id}`}>{post.title}</a>.
        </p>
      ) : null}
      {askedBy ? <p>Asked for by {askedBy}.</p> : null}
      {answered ? <Said title="What the authors answered" html={answeredHtml} /> : null}
      {changed ? <Said title="What they changed" html={changedHtml} /> : null}
    </section>
  )
}

function Said({ title, html }: { title: string; html: string }) {
  return (
    <>
      <h2>{title}</h2>
      <Prose html={html} />
    </>
  )
}
