import { subjectPath } from '#app/features/discussion/comment.ts'
import type { ListedComment } from '#app/features/discussion/comments/newest-comments.server.ts'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { netOf, type Totals } from '../vote.ts'

/** A comment of a list: where it stands, and its first words. */
export type CommentOfList = Pick<ListedComment, 'id' | 'subject' | 'subjectTitle' | 'author' | 'createdAt'> & {
  words: string
}

/** Comments outside their threads. */
export function CommentList({ comments, totals }: { comments: CommentOfList[]; totals: Record<string, Totals> }) {
  return (
    <ul className="list">
      {comments.map(({ id, subject, subjectTitle, author, createdAt, words }) => (
        <li key={id}>
          <p className="first-words">{words}</p>
          <p className="meta">
            <MemberLink handle={author.handle} />
            <a href={`/comments/${id}`}>
              <Time ms={createdAt} />
            </a>
            <span>
              on the {subject.kind} <a href={subjectPath(subject)}>{subjectTitle || 'without a title'}</a>
            </span>
            <span>{netOf(totals[id]?.approval ?? { up: 0, down: 0 })} worth reading</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
