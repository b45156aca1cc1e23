import type { ReactNode } from 'react'
import type { Member } from '#app/features/accounts/member.ts'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Cards } from '../arguments/evidence.server.ts'
import { BearingLine, EvidenceCards } from '../arguments/evidence-card.tsx'
import { isAuthor, mayDelete, mayEdit, type Post, type PostLine } from '../post.ts'
import { Prose } from '../prose.tsx'
import { contentsOf, readingMinutes } from './reading/contents.ts'
import { Contents } from './reading/post-contents.tsx'
import { PostReview } from './reading/post-review.tsx'

interface PostProps {
  post: Post
  cards: Cards
  reader: Member | null
  votes: ReactNode
  /** How what it argues stands. */
  standing?: ReactNode
}

/** A post, as it is read. */
export function PostArticle({ post, cards, reader, votes, standing }: PostProps) {
  if (post.isDeleted) return <Tombstone post={post} />
  const { html, headings } = contentsOf(post.html)
  return (
    <article className="post">
      <h1 dir="auto">{post.title}</h1>
      {post.publishedAt === null ? <Unpublished id={post.id} mayPublish={isAuthor(reader, post)} /> : null}
      <Facts post={post} reader={reader} />
      <BearingLine bearing={post.bearing} />
      {standing}
      {post.url ? (
        <p className="post-url">
          <a href={post.url} rel="nofollow ugc noopener">
            {post.url}
          </a>
        </p>
      ) : null}
      <Contents headings={headings} />
      <Prose html={html} />
      <PostReview review={post.review} />
      <EvidenceCards evidence={post.evidence} cards={cards} />
      <div className="comment-foot">
        {votes}
        {!mayEdit(reader, post) && mayDelete(reader, post) ? (
          <a href={`/moderation/post/${post.id}`}>Moderate</a>
        ) : null}
      </div>
    </article>
  )
}

function Facts({ post, reader }: { post: Post; reader: Member | null }) {
  return (
    <p className="meta">
      <span>{post.kind}</span>
      <Authors of={post} />
      <Time ms={post.publishedAt ?? post.createdAt} />
      <span>{readingMinutes(post.body)} min</span>
      {post.editedAt !== null ? (
        <a href={`/posts/${post.id}/history`}>
          edited <Time ms={post.editedAt} />
        </a>
      ) : null}
      {mayEdit(reader, post) ? <a href={`/posts/${post.id}/edit`}>Edit</a> : null}
      {mayEdit(reader, post) ? <a href={`/posts/${post.id}/authors`}>Authors</a> : null}
      {mayDelete(reader, post) || post.publishedAt === null ? null : <a href={`/flags/post/${post.id}`}>Flag</a>}
    </p>
  )
}

/** Who wrote a post: the one who began it first. */
export function Authors({ of: { author, coAuthors } }: { of: Pick<PostLine, 'author' | 'coAuthors'> }) {
  return (
    <span className="authors">
      {[author, ...coAuthors].map(({ id, handle }, n) => (
        <span key={id}>
          {n === 0 ? '' : n === coAuthors.length ? ' and ' : ', '}
          <MemberLink handle={handle} />
        </span>
      ))}
    </span>
  )
}

function Unpublished({ id, mayPublish }: { id: string; mayPublish: boolean }) {
  return (
    <form method="post" action={`/posts/${id}/edit`} className="notice">
      <p>Not published: only its authors can read this, and nobody can answer it.</p>
      {mayPublish ? (
        <button className="button" type="submit" name="intent" value="publish">
          Publish
        </button>
      ) : null}
    </form>
  )
}

function Tombstone({ post: { id, restorableUntil } }: { post: Post }) {
  return (
    <article className="post">
      <h1>A deleted post</h1>
      <p className="soft">Its words are gone from here; what was answered stays.</p>
      {restorableUntil === null ? null : (
        <form method="post" action={`/posts/${id}/edit`}>
          <p>
            You deleted it, and can bring it back until <Time ms={restorableUntil} />.
          </p>
          <button className="button" type="submit" name="intent" value="restore">
            Restore this post
          </button>
        </form>
      )}
    </article>
  )
}
