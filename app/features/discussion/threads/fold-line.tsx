import { Count, Time } from '#app/ui/time.tsx'
import { type Subject, subjectPath } from '../comment.ts'
import type { CommentView } from './comment-view.ts'
import { type Below, belowWords, type Rest } from './folding.ts'
import type { News } from './news.ts'

/** Where it is said what is new, or would be. */
export const newsId = 'news'

/** How much is new since the reader's last visit, and the way to the first of it. */
export function NewsLine({ news }: { news: News | null }) {
  if (!news) return <p id={newsId} hidden />
  return (
    <p className="meta thread-part news" id={newsId}>
      <span>
        <Count n={news.count} /> new since your visit of <Time ms={news.since} />
      </span>
      <a href={news.first}>To the first new one</a>
    </p>
  )
}

/** Leads to what is left out: a page without script, in place with it. */
export function RestLink({ rest, of, subject, sort }: { rest: Rest; of: string; subject: Subject; sort: string }) {
  const query = new URLSearchParams({ sort, ...(rest.after ? { after: rest.after } : {}) })
  const path = of === '' ? `${subjectPath(subject)}?${query}#comments` : `/comments/${of}/context?${query}#c-${of}`
  const [one, many] = of === '' ? ['more comment', 'more comments'] : ['more reply', 'more replies']
  return (
    <li className="rest">
      <a href={path}>{belowWords(rest, one, many)}</a>
    </li>
  )
}

/** The line that a comment folds to: who, when and, folded, what is below it. */
export function Summary(props: {
  comment: CommentView['comment']
  below: Below | null
  isNew: boolean
  isSilenced: boolean
}) {
  const { comment, below, isNew, isSilenced } = props
  const { author, isDeleted, createdAt, editedAt } = comment
  return (
    <summary>
      {isDeleted ? (
        <span className="soft">{comment.movedTo === null ? '[deleted]' : '[moved]'}</span>
      ) : (
        <span className="member">{author.handle}</span>
      )}{' '}
      <Time ms={createdAt} />
      {editedAt !== null && !isDeleted ? <span className="soft"> edited</span> : null}
      {isNew ? <span className="new-mark"> new</span> : null}
      {isSilenced ? <span className="soft"> · folded: you muted or blocked {author.handle}</span> : null}
      {below && below.count > 0 ? <span className="soft below">{belowWords(below)}</span> : null}
    </summary>
  )
}
