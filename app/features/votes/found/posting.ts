import type { Comment } from '#app/features/discussion/comment.ts'
import { isoTime } from '#app/lib/clock.ts'
import { textIn } from '#app/lib/html-text.ts'
import { shortened } from '#app/lib/text.ts'
import { noTotals, type Totals } from '../vote.ts'

/** A comment as searches are told of it. */
export interface SaidComment {
  id: string
  handle: string
  at: number
  text: string
  totals: Totals
}

const mostComments = 10
const mostText = 500

/** The first of a thread's comments that can be read, in its order; each with the beginning of its text. */
export function saidIn(comments: readonly Comment[], totals: Record<string, Totals>): SaidComment[] {
  const shown = comments.filter(({ isDeleted }) => !isDeleted).slice(0, mostComments)
  return shown.map(({ id, author, createdAt: at, html }) => {
    return { id, handle: author.handle, at, text: shortened(textIn(html), mostText), totals: totals[id] ?? noTotals }
  })
}

export interface Posting {
  path: string
  headline: string
  text: string
  authors: readonly string[]
  at: number
  editedAt: number | null
  commentCount: number
  totals?: Totals
  /** What a linkpost leads to. */
  url?: string | null
  comments: readonly SaidComment[]
}

/** What a page says to searches, in schema.org's words. What stands in it can be read on the page. */
export function postingOf(posting: Posting, origin: string) {
  const { path, headline, text, authors, at, editedAt, commentCount, totals, url, comments } = posting
  const by = authors.map((handle) => personOf(handle, origin))
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    url: origin + path,
    mainEntityOfPage: origin + path,
    headline: shortened(headline, 110),
    text: shortened(text, 5 * mostText) || headline,
    author: by.length === 1 ? by[0] : by,
    datePublished: isoTime(at),
    ...(editedAt === null ? {} : { dateModified: isoTime(editedAt) }),
    ...(url ? { sharedContent: { '@type': 'WebPage', url } } : {}),
    isPartOf: { '@type': 'WebSite', name: 'Parallax', url: `${origin}/` },
    image: `${origin}${path}/picture.png`,
    interactionStatistic: [interactions('CommentAction', commentCount), ...votesOf(totals)],
    comment: comments.map((one) => commentOf(one, origin)),
  }
}

const commentOf = ({ id, handle, at, text, totals }: SaidComment, origin: string) => ({
  '@type': 'Comment',
  url: `${origin}/comments/${id}`,
  text,
  author: personOf(handle, origin),
  datePublished: isoTime(at),
  interactionStatistic: votesOf(totals),
})

const personOf = (handle: string, origin: string) => ({
  '@type': 'Person',
  name: handle,
  url: `${origin}/members/${handle}`,
})

const votesOf = (totals: Totals | undefined) =>
  totals ? [interactions('LikeAction', totals.approval.up), interactions('DislikeAction', totals.approval.down)] : []

const interactions = (action: string, count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: count,
})
