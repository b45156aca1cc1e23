import { NamedText } from '#app/features/mentions/named-text.tsx'
import type { Review } from '../../post.ts'
import { Prose } from '../../prose.tsx'

/** What a review says of itself: what it is about, who asked, what came of it. */
export function PostReview({ review }: { review: Review | null }) {
  if (!review) return null
  const { post, paper, askedBy, answered, answeredHtml, changed, changedHtml } = review
  return (
    <section className="review" aria-label="About this review">
      {post ? (
        <p>
          Reviews <a href={`/posts/${post.id}`}>{post.title}</a>.
        </p>
      ) : null}
      {paper ? (
        <p>
          Reviews <ReviewedPaper paper={paper} />.
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

/** A paper by its address, or by its name, which leads to its page. */
function ReviewedPaper({ paper }: { paper: string }) {
  if (/^(https?:\/\/|\/concepts\/)\S+$/i.test(paper))
    return (
      <a href={paper} rel="nofollow ugc noopener">
        {paper}
      </a>
    )
  return <NamedText text={/^10\.|^\d|^\[\[|[[\]|]/.test(paper) ? paper : `[[${paper}]]`} />
}
