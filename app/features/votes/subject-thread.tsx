import { subjectPath } from '#app/features/discussion/comment.ts'
import { Thread, ThreadSection } from '#app/features/discussion/threads/thread.tsx'
import { sorts } from './ranking.ts'
import type { ThreadOnPage } from './subject-thread.server.ts'
import { VoteButtons } from './vote-buttons.tsx'

/** The thread of any subject with its votes and evidence: what `threadPage` loads. */
export function SubjectThread({ thread }: { thread: ThreadOnPage }) {
  const { subject, version, comments, cards, totals, mine, reader, sort, commentCount, isLocked } = thread
  const isClosed = isLocked || subject.isDeleted
  const back = `${subjectPath(subject)}?sort=${sort}`
  return (
    <ThreadSection
      {...{ subject, version, commentCount, sort, sorts, isLocked: isClosed, isSignedIn: reader !== null }}
    >
      <Thread
        {...{ comments, subject, cards, reader, isLocked: isClosed }}
        slots={{
          votes: ({ id, author }) => (
            <VoteButtons
              target={{ kind: 'comment', id }}
              totals={totals[id]}
              mine={mine[id]}
              isMine={author.id === reader?.id}
              back={back}
            />
          ),
        }}
      />
    </ThreadSection>
  )
}
