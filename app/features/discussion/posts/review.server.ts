import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Review, ReviewWords } from '../post.ts'
import * as queries from './posts.queries.server.ts'

type Rendered = Omit<Review, 'post'>

/** A review's words with their HTML, made when they are written, as they are kept; null where nothing is said. */
export function renderReview(words: ReviewWords | null | undefined): string | null {
  if (!words || !(words.postId || words.paper || words.askedBy || words.answered || words.changed)) return null
  const { postId = null, paper, askedBy, answered, changed } = words
  const html = { answeredHtml: rendered('answered', answered), changedHtml: rendered('changed', changed) }
  return JSON.stringify({ postId, paper, askedBy, answered, changed, ...html } satisfies Rendered)
}

function rendered(field: 'answered' | 'changed', words: string): string {
  try {
    return renderMarkdown(words)
  } catch (error) {
    const said = (error as { errors?: Record<string, string[]> }).errors?.body
    throw said ? invalid({ [`review.${field}`]: said }) : error
  }
}

export async function refuseUnknownReviewed(tx: Db, words: ReviewWords | null | undefined) {
  if (words?.postId && !(await queries.selectPublicTitle(tx, words.postId)))
    throw invalid({ 'review.postId': 'There is no such post.' })
}

/** A review as it was kept, with the title of what it is about as it stands now. */
export async function reviewIn(db: Db, kept: string | null): Promise<Review | null> {
  if (kept === null) return null
  const review: Rendered = JSON.parse(kept)
  const post = review.postId ? await queries.selectPublicTitle(db, review.postId) : undefined
  return { ...review, paper: review.paper ?? '', post: post ?? null }
}

/** The words alone: what a revision keeps. */
export function wordsIn(kept: string | null): ReviewWords | null {
  if (kept === null) return null
  // What was kept before papers had pages names none.
  const { postId, paper = '', askedBy, answered, changed } = JSON.parse(kept) as Rendered
  return { postId, paper, askedBy, answered, changed }
}
