import type { ReactNode } from 'react'
import type { Member } from '#app/features/accounts/member.ts'
import { counted } from '#app/ui/plain.tsx'
import type { Cards } from '../arguments/evidence.server.ts'
import { BearingLine, EvidenceCards } from '../arguments/evidence-card.tsx'
import { type Comment, type NamedSubject, type Subject, subjectPath } from '../comment.ts'
import { Tombstone } from '../comments/tombstone.tsx'
import { AnswerForm, type Begun } from '../drafts/answer-form.tsx'
import { mayDelete, mayEdit } from '../post.ts'
import { Prose } from '../prose.tsx'
import { QuoteAbove } from '../quotes/quote-above.tsx'
import { RestLink, Summary } from './fold-line.tsx'
import type { Below, Rest } from './folding.ts'
import type { News } from './news.ts'
import { type Branch, branchesOf } from './thread.ts'

/** What a thread is drawn with. Higher rooms put their own beside each comment: `votes`. */
export interface ThreadSlots {
  votes?(comment: Comment): ReactNode
}

interface Drawn {
  subject: Subject
  cards: Cards
  reader: Member | null
  isLocked: boolean
  sort: string
  /** What is below each comment, drawn or not, and what of its replies is not drawn. */
  below: Record<string, Below>
  rests: Record<string, Rest>
  news: News | null
  /** Whose comments arrive folded. */
  silenced: string[]
  slots: ThreadSlots
  byId: Map<string, Comment>
}

/** Comments, given in reading order, as branches that fold. */
export function Thread({ comments, ...rest }: { comments: Comment[] } & Omit<Drawn, 'byId'>) {
  const drawn = { ...rest, byId: new Map(comments.map((comment) => [comment.id, comment])) }
  return <Branches branches={branchesOf(comments)} of="" level={0} drawn={drawn} />
}

interface Replies {
  branches: Branch<Comment>[]
  /** The comment that they answer, if any. */
  of: string
  level: number
  drawn: Drawn
}

function Branches({ branches, of, level, drawn }: Replies) {
  const rest = drawn.rests[of]
  if (branches.length === 0 && !rest) return null
  return (
    <ol className={`thread level-${Math.min(level, 8)}`}>
      {branches.map((branch) => (
        <li key={branch.comment.id}>
          <OneBranch branch={branch} level={level} drawn={drawn} />
        </li>
      ))}
      {rest ? <RestLink rest={rest} of={of} subject={drawn.subject} sort={drawn.sort} /> : null}
    </ol>
  )
}

function OneBranch({
  branch: { comment, replies },
  level,
  drawn,
}: {
  branch: Branch<Comment>
  level: number
  drawn: Drawn
}) {
  const { id } = comment
  const isNew = drawn.news !== null && id in drawn.news.next
  const isSilenced = drawn.silenced.includes(comment.author.id)
  return (
    <details open={!isSilenced} className={isNew ? 'comment is-new' : 'comment'} id={`c-${id}`}>
      <Summary comment={comment} below={drawn.below[id]} isNew={isNew} isSilenced={isSilenced} />
      <OneComment comment={comment} level={level} drawn={drawn} />
      <Branches branches={replies} of={id} level={level + 1} drawn={drawn} />
    </details>
  )
}

function OneComment({ comment, level, drawn }: { comment: Comment; level: number; drawn: Drawn }) {
  if (comment.isDeleted) return <Tombstone comment={comment} reader={drawn.reader} />
  const parent = comment.parentId === null ? undefined : drawn.byId.get(comment.parentId)
  return (
    <div className="said">
      {level >= 8 && parent ? (
        <p className="meta">
          <a href={`#c-${parent.id}`}>Answers {parent.author.handle}</a>
        </p>
      ) : null}
      <BearingLine bearing={comment.bearing} isOnItsClaim={comment.bearing?.claimId === drawn.subject.id} />
      {comment.quote ? <QuoteAbove quote={comment.quote} commentId={comment.id} /> : null}
      <Prose html={comment.html} />
      <EvidenceCards evidence={comment.evidence} cards={drawn.cards} />
      <div className="comment-foot">
        {drawn.slots.votes?.(comment)}
        <Steps comment={comment} drawn={drawn} />
      </div>
    </div>
  )
}

function Steps({ comment, drawn: { reader, isLocked, subject, news } }: { comment: Comment; drawn: Drawn }) {
  const next = news?.next[comment.id]
  const by = <span className="visually-hidden"> ({comment.author.handle})</span>
  return (
    <p className="meta">
      {isLocked ? null : (
        <a href={`/comments/new?on=${subject.kind}.${subject.id}&parent=${comment.id}`} data-key="r">
          Reply{by}
        </a>
      )}
      {mayEdit(reader, comment) ? (
        <a href={`/comments/${comment.id}/edit`} data-key="e">
          Edit{by}
        </a>
      ) : null}
      {!mayEdit(reader, comment) && mayDelete(reader, comment) ? (
        <a href={`/comments/${comment.id}/edit`}>Delete{by}</a>
      ) : null}
      <a href={`/comments/${comment.id}`}>Address{by}</a>
      {comment.editedAt !== null ? <a href={`/comments/${comment.id}/history`}>History{by}</a> : null}
      {comment.parentId !== null ? <a href={`/comments/${comment.id}/context#c-${comment.id}`}>Context{by}</a> : null}
      {next ? (
        <a href={next} data-key="n">
          Next new<span className="visually-hidden"> after {comment.author.handle}’s</span>
        </a>
      ) : null}
      <a href={`/members/${comment.author.handle}`}>
        About<span className="visually-hidden"> {comment.author.handle}</span>
      </a>
    </p>
  )
}

function whyLocked({ isPrivate }: NamedSubject): string {
  return isPrivate
    ? 'This post is not published: its thread is read by its authors alone, and takes no replies until it is.'
    : 'This thread is locked: it can be read, and takes no replies.'
}

/** A thread under its subject: how many, in which order, and where one answers. */
export function ThreadSection(props: {
  subject: NamedSubject
  version: number
  commentCount: number
  isLocked: boolean
  sort: string
  sorts: readonly string[]
  /** What a higher room puts beside the heading. */
  beside?: ReactNode
  /** What a member began to answer with, or nothing yet; null for visitors. */
  begun: Begun | null
  children: ReactNode
}) {
  const { subject, version, commentCount, isLocked, sort, sorts, beside, begun, children } = props
  const path = subjectPath(subject)
  return (
    <section
      className="thread-section"
      id="comments"
      aria-labelledby="comments-heading"
      data-watch={`${subject.kind}.${subject.id}~${version}`}
    >
      <div className="title-row">
        <h2 id="comments-heading" data-live>
          {commentCount === 0 ? 'No comments yet' : counted(commentCount, 'comment')}
        </h2>
        {beside}
        {commentCount > 1 ? <Sorts path={path} sort={sort} sorts={sorts} /> : null}
      </div>
      {children}
      <Answering subject={subject} isLocked={isLocked} begun={begun} />
    </section>
  )
}

function Answering({ subject, isLocked, begun }: { subject: NamedSubject; isLocked: boolean; begun: Begun | null }) {
  if (isLocked) return <p className="notice">{whyLocked(subject)}</p>
  if (begun) return <AnswerForm begun={begun} />
  return (
    <p className="actions">
      <a href={`/comments/new?on=${subject.kind}.${subject.id}`}>Sign in to answer</a>
    </p>
  )
}

function Sorts({ path, sort, sorts }: { path: string; sort: string; sorts: readonly string[] }) {
  return (
    <nav aria-label="Order of comments" className="tabs">
      {sorts.map((one) => (
        <a key={one} href={`${path}?sort=${one}#comments`} aria-current={one === sort ? 'true' : undefined}>
          {one === 'split' ? 'most split' : one}
        </a>
      ))}
    </nav>
  )
}
