import { Empty } from '#app/ui/plain.tsx'
import { followedPath } from './follow.ts'
import { FollowButton } from './follow-button.tsx'
import type { Followed } from './follows.server.ts'

/** What a member follows, each with the button that ends it. */
export function FollowedList({ followed, back }: { followed: readonly Followed[]; back: string }) {
  if (followed.length === 0)
    return (
      <Empty>
        You follow nothing yet. People, posts, claims, transcripts, framings and labels have a button for it.
      </Empty>
    )
  return (
    <ul className="list">
      {followed.map((one) => (
        <li key={`${one.kind} ${one.id}`} className="title-row">
          <span>
            <span className="soft">{one.kind}</span>{' '}
            {one.title ? <a href={followedPath(one)}>{one.title}</a> : <span>that is gone</span>}
          </span>
          <FollowButton subject={one} isFollowed back={back} of={one.title || `a ${one.kind} that is gone`} />
        </li>
      ))}
    </ul>
  )
}
