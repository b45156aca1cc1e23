import type { ReactNode } from 'react'
import { subjectPath } from '#app/features/discussion/comment.ts'
import { NewsLine } from '#app/features/discussion/threads/fold-line.tsx'
import { ThreadItems, ThreadSection } from '#app/features/discussion/threads/thread.tsx'
import type { DrawnThread } from './drawn-thread.server.tsx'
import { sorts } from './ranking.ts'
import { Strongest } from './strongest/strongest.tsx'

/** The thread of any subject with its votes and evidence: what `drawnThread` loads. */
export function SubjectThread({ thread, beside }: { thread: DrawnThread; beside?: ReactNode }) {
  const { subject, version, sort, after, commentCount, isLocked, begun } = thread
  return (
    <ThreadSection {...{ subject, version, commentCount, sort, sorts, isLocked, beside, begun }}>
      <Strongest strongest={thread.strongest} on={subject} />
      <NewsLine news={thread.news} />
      {after ? (
        <p className="meta thread-part">
          <a href={`${subjectPath(subject)}?sort=${sort}#comments`}>From the first comment</a>
        </p>
      ) : null}
      <ThreadItems html={thread.html} />
    </ThreadSection>
  )
}
