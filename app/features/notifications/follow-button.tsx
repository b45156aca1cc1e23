import type { Followable } from './follow.ts'

interface FollowProps {
  subject: Followable
  isFollowed: boolean
  /** The page to come back to, where it is not the subject's own. */
  back?: string
  /** What is followed, for those who hear the button alone. */
  of?: string
}

export const followId = ({ kind, id }: Followable) => `follow-${kind}-${id}`

/** Follows, or stops following; a visitor is asked to sign in first. */
export function FollowButton({ subject, isFollowed, back = `/${subject.kind}s/${subject.id}`, of }: FollowProps) {
  const id = followId(subject)
  return (
    <form className="follow" id={id} method="post" action={`/follows?to=${encodeURIComponent(back)}`} data-swap={id}>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      <button
        type="submit"
        id={`${id}-button`}
        name="follow"
        value={isFollowed ? 'no' : 'yes'}
        aria-pressed={isFollowed}
        aria-label={of ? `Follow ${of}` : undefined}
        title={isFollowed ? 'You are told of what is new here. Press to stop.' : 'Be told of what is new here.'}
      >
        Follow
      </button>
    </form>
  )
}
