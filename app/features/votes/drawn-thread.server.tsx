import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Member } from '#app/features/accounts/member.ts'
import type { Comment, NamedSubject, Subject } from '#app/features/discussion/comment.ts'
import type { CommentView } from '#app/features/discussion/threads/comment-view.ts'
import { RestLink } from '#app/features/discussion/threads/fold-line.tsx'
import { CommentInside } from '#app/features/discussion/threads/thread.tsx'
import { threadHtml } from '#app/features/discussion/threads/thread-html.ts'
import type { Fragments } from '#app/lib/fragments.server.ts'
import type { Insertions } from '#app/lib/insertions.server.ts'
import type { Db } from '#db/open.ts'
import { contextOf } from './comment-context.server.ts'
import { saidIn } from './found/posting.ts'
import { type ThreadOnPage, threadPage } from './subject-thread.server.ts'
import { VoteButtons, type Voted } from './vote-buttons.tsx'

/** Who draws a thread for whom. */
interface Drawing {
  db: Db
  member: Member | null
  url: URL
  fragments: Fragments
  insertions: Insertions
}

/** The thread under a subject with its comments drawn, as `<SubjectThread>` shows it; `isOver`: takes no more, whatever else is said. */
export async function drawnThread({ db, member, url, ...pieces }: Drawing, subject: Subject, isOver = false) {
  const { strongest, begun, ...thread } = await threadPage(db, subject, member, url.searchParams)
  return { ...drawn(thread, pieces, isOver), strongest, begun }
}

/** As `contextOf`, with its comments drawn. */
export async function drawnContext({ db, member, url, ...pieces }: Drawing, commentId: string) {
  const { thread, ...context } = await contextOf(db, commentId, member, url.searchParams)
  return { ...context, thread: drawn(thread, pieces) }
}

/** Each comment is drawn once per what it shows; a page joins the pieces. */
function drawn(
  thread: ThreadOnPage,
  { fragments, insertions }: Pick<Drawing, 'fragments' | 'insertions'>,
  isOver = false,
) {
  const { comments, cards, linked, below, rests, totals, mine, reader, ...rest } = thread
  const { subject, sort, here } = rest
  const isLocked = rest.isLocked || isOver || isResting(subject)
  const votesOn = ({ id, author }: Comment): Voted => ({
    target: { kind: 'comment', id },
    totals: totals[id],
    mine: mine[id],
    isMine: author.id === reader?.id || subject.isPrivate,
    back: here,
  })
  const html = threadHtml(
    comments,
    { ...rest, cards, linked, below, rests, reader, isLocked },
    {
      comment: (view, comment) => fragments.of('comment', comment.html, { view, votes: votesOn(comment) }, commentHtml),
      rest: (left, of) => fragments.of('rest', of, { rest: left, subject, sort }, restHtml),
    },
  )
  // For searches, which read as visitors do.
  return {
    ...rest,
    isLocked,
    html: html.length > 0 ? insertions.markFor(html) : '',
    said: reader ? null : saidIn(comments, totals),
  }
}

/** What was deleted takes no replies, nor does what only its authors can read. */
const isResting = ({ isDeleted, isPrivate }: NamedSubject) => isDeleted || isPrivate

const commentHtml = (html: string, { view, votes }: { view: CommentView; votes: Voted }) =>
  renderToStaticMarkup(<CommentInside html={html} view={view} votes={<VoteButtons {...votes} />} />)

const restHtml = (of: string, shown: Omit<ComponentProps<typeof RestLink>, 'of'>) =>
  renderToStaticMarkup(<RestLink of={of} {...shown} />)

export type DrawnThread = Awaited<ReturnType<typeof drawnThread>>
