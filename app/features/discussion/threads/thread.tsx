import type { ReactNode } from 'react'
import { counted } from '#app/ui/plain.tsx'
import { BearingLine, EvidenceCards } from '../arguments/evidence-card.tsx'
import { type NamedSubject, subjectPath } from '../comment.ts'
import { MovedLine, Tombstone } from '../comments/tombstone.tsx'
import { AnswerForm, type Begun, VisitorAnswer } from '../drafts/answer-form.tsx'
import { Prose } from '../prose.tsx'
import { QuoteAbove } from '../quotes/quote-above.tsx'
import type { CommentView } from './comment-view.ts'
import { Summary } from './fold-line.tsx'

/** What is inside a comment: the line that it folds to, what it says, and the steps from there. Higher rooms put theirs beside the steps. */
export function CommentInside({ html, view, votes }: { html: string; view: CommentView; votes: ReactNode }) {
  const { comment, below, isNew, isSilenced } = view
  return (
    <>
      <Summary comment={comment} below={below} isNew={isNew} isSilenced={isSilenced} />
      {comment.movedTo !== null ? (
        <MovedLine to={comment.movedTo} />
      ) : comment.isDeleted ? (
        <Tombstone id={comment.id} mayRestore={view.may.restore} />
      ) : (
        <Said html={html} view={view} votes={votes} />
      )}
    </>
  )
}

function Said({ html, view, votes }: { html: string; view: CommentView; votes: ReactNode }) {
  const { comment, answers } = view
  return (
    <div className="said">
      {answers ? (
        <p className="meta">
          <a href={`#c-${answers.id}`}>Answers {answers.handle}</a>
        </p>
      ) : null}
      <BearingLine bearing={comment.bearing} isOnItsClaim={view.isOnItsClaim} />
      {comment.quote ? <QuoteAbove quote={comment.quote} of={comment} /> : null}
      <Prose html={html} cards={view.linked} />
      <EvidenceCards evidence={comment.evidence} cards={view.cards} />
      <div className="comment-foot">
        {votes}
        <Steps view={view} />
      </div>
    </div>
  )
}

function Steps({ view: { comment, isLocked, on, next, may } }: { view: CommentView }) {
  const by = <span className="visually-hidden"> ({comment.author.handle})</span>
  return (
    <p className="meta">
      {isLocked ? null : (
        <a href={`/comments/new?on=${on}&parent=${comment.id}`} data-key="r">
          Reply{by}
        </a>
      )}
      {may.edit ? (
        <a href={`/comments/${comment.id}/edit`} data-key="e">
          Edit{by}
        </a>
      ) : null}
      {!may.edit && may.delete ? <a href={`/moderation/comment/${comment.id}`}>Moderate{by}</a> : null}
      <a href={`/comments/${comment.id}`}>Address{by}</a>
      {comment.editedAt !== null ? <a href={`/comments/${comment.id}/history`}>History{by}</a> : null}
      {comment.parentId !== null ? <a href={`/comments/${comment.id}/context#c-${comment.id}`}>Context{by}</a> : null}
      {next ? (
        <a href={next} data-key="n">
          Next new<span className="visually-hidden"> after {comment.author.handle}’s</span>
        </a>
      ) : null}
      {may.delete ? null : <a href={`/flags/comment/${comment.id}`}>Flag{by}</a>}
      <a href={`/members/${comment.author.handle}`}>
        About<span className="visually-hidden"> {comment.author.handle}</span>
      </a>
    </p>
  )
}

/** The comments of a thread, of pieces that are joined already (`threadHtml`), or the mark that stands for them. */
export function ThreadItems({ html }: { html: string }) {
  if (html === '') return null
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React from the components above
  return <ol className="thread level-0" dangerouslySetInnerHTML={{ __html: html }} />
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
  return <VisitorAnswer path={`/comments/new?on=${subject.kind}.${subject.id}`} />
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
