import type { Post } from '#app/features/discussion/post.ts'
import { textIn } from '#app/lib/html-text.ts'
import type { DrawnThread } from '../drawn-thread.server.tsx'
import type { Totals } from '../vote.ts'
import { postingOf } from './posting.ts'

interface Shown {
  post: Post
  totals?: Totals
  thread: Pick<DrawnThread, 'said' | 'commentCount'>
}

/** What others are told of a post. Of what is private or deleted, nothing. */
export function foundPost({ post, totals, thread }: Shown, origin: string) {
  if (post.isDeleted || post.publishedAt === null) return { title: post.title || 'Deleted post' }
  const [path, text] = [`/posts/${post.id}`, textIn(post.html)]
  const authors = [post.author, ...post.coAuthors].map(({ handle }) => handle)
  const { title: headline, publishedAt: at, editedAt, url } = post
  const said = { comments: thread.said ?? [], commentCount: thread.commentCount, totals }
  const posting = { path, headline, text, authors, at, editedAt, url, ...said }
  return {
    title: headline,
    description: text || `A linkpost by ${authors.join(', ')}, to ${url}.`,
    kind: 'article' as const,
    picture: { path: `${path}/picture.png`, alt: `“${headline}”, a post by ${authors.join(', ')}` },
    more: thread.said ? [{ 'script:ld+json': postingOf(posting, origin) }] : [],
  }
}
