import type { ReactNode } from 'react'
import type { Member } from '#app/features/accounts/member.ts'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Cards } from '../arguments/evidence.server.ts'
import { BearingLine, EvidenceCards } from '../arguments/evidence-card.tsx'
import { mayDelete, mayEdit, type Post } from '../post.ts'
import { Prose } from '../prose.tsx'

/** A post, as it is read. */
export function PostArticle(props: { post: Post; cards: Cards; reader: Member | null; votes: ReactNode }) {
  const { post, cards, reader, votes } = props
  if (post.isDeleted) return <Tombstone />
  return (
    <article className="post">
      <h1>{post.title}</h1>
      <p className="meta">
        <span>{post.kind}</span>
        <MemberLink handle={post.author.handle} />
        <Time ms={post.createdAt} />
        {post.editedAt !== null ? (
          <a href={`/posts/${post.id}/history`}>
            edited <Time ms={post.editedAt} />
          </a>
        ) : null}
        {mayEdit(reader, post) ? <a href={`/posts/${post.id}/edit`}>Edit</a> : null}
      </p>
      <BearingLine bearing={post.bearing} />
      {post.url ? (
        <p>
          <a href={post.url} rel="nofollow ugc noopener">
            {post.url}
          </a>
        </p>
      ) : null}
      <Prose html={post.html} />
      <EvidenceCards evidence={post.evidence} cards={cards} />
      <div className="comment-foot">
        {votes}
        {!mayEdit(reader, post) && mayDelete(reader, post) ? <ModeratorDelete id={post.id} /> : null}
      </div>
    </article>
  )
}

function Tombstone() {
  return (
    <article className="post">
      <h1>A deleted post</h1>
      <p className="soft">Its words are gone from here; what was answered stays.</p>
    </article>
  )
}

function ModeratorDelete({ id }: { id: string }) {
  return (
    <form method="post" action={`/posts/${id}/edit`}>
      <button className="link" type="submit" name="intent" value="delete">
        Delete this post
      </button>
    </form>
  )
}
