import type { PostLine } from '#app/features/discussion/post.ts'
import { Authors } from '#app/features/discussion/posts/post-article.tsx'
import { counted } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { netOf, type Totals } from './vote.ts'

/** Posts as lists show them. */
export function PostList({ posts, totals }: { posts: PostLine[]; totals: Record<string, Totals> }) {
  return (
    <ul className="list">
      {posts.map((post) => (
        <li key={post.id}>
          <h2>
            <a href={`/posts/${post.id}`}>{post.title}</a>
          </h2>
          <p className="meta">
            <span>{post.kind}</span>
            <Authors of={post} />
            <Time ms={post.publishedAt ?? post.createdAt} />
            <a href={`/posts/${post.id}#comments`}>{counted(post.commentCount, 'comment')}</a>
            <span>{netOf(totals[post.id]?.approval ?? { up: 0, down: 0 })} worth reading</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
