import type { ReactNode } from 'react'
import type { Argument } from '#app/features/discussion/bearing.ts'
import { type NamedSubject, subjectPath } from '#app/features/discussion/comment.ts'
import type { Begun } from '#app/features/discussion/drafts/answer-form.tsx'
import { ProseCards } from '#app/features/discussion/prose.tsx'
import { NewsLine } from '#app/features/discussion/threads/fold-line.tsx'
import { Thread, ThreadSection } from '#app/features/discussion/threads/thread.tsx'
import { sorts } from './ranking.ts'
import { Strongest } from './strongest/strongest.tsx'
import type { ThreadOnPage } from './subject-thread.server.ts'
import { VoteButtons } from './vote-buttons.tsx'

/** The thread of any subject with its votes and evidence: what `threadPage` loads. */
export function SubjectThread({
  thread,
  beside,
}: {
  thread: ThreadOnPage & { strongest: Argument[]; begun: Begun | null }
  beside?: ReactNode
}) {
  const { subject, version, sort, after, commentCount, isLocked } = thread
  const isClosed = isLocked || isOver(subject)
  return (
    <ThreadSection
      {...{ subject, version, commentCount, sort, sorts, isLocked: isClosed, beside }}
      begun={thread.begun}
    >
      <Strongest strongest={thread.strongest} on={subject} />
      <NewsLine news={thread.news} />
      {after ? (
        <p className="meta thread-part">
          <a href={`${subjectPath(subject)}?sort=${sort}#comments`}>From the first comment</a>
        </p>
      ) : null}
      <VotedThread thread={thread} />
    </ThreadSection>
  )
}

/** What was deleted takes no replies, nor does what only its authors can read. */
const isOver = ({ isDeleted, isPrivate }: NamedSubject) => isDeleted || isPrivate

/** The comments of a thread with their votes. */
export function VotedThread({ thread }: { thread: ThreadOnPage }) {
  const { subject, totals, mine, reader, here } = thread
  return (
    <ProseCards cards={thread.linked}>
      <Thread
        {...thread}
        isLocked={thread.isLocked || isOver(subject)}
        slots={{
          votes: ({ id, author }) => (
            <VoteButtons
              target={{ kind: 'comment', id }}
              totals={totals[id]}
              mine={mine[id]}
              isMine={author.id === reader?.id || subject.isPrivate}
              back={here}
            />
          ),
        }}
      />
    </ProseCards>
  )
}
