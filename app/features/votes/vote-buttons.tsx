import {
  type Axis,
  type Count,
  netOf,
  noTotals,
  noVotes,
  type OwnVotes,
  pressedId,
  type Target,
  type Totals,
  takes,
} from './vote.ts'

const words: Record<Axis, { label: string; up: string; down: string }> = {
  approval: { label: 'worth reading', up: 'Worth reading', down: 'Not worth reading' },
  agreement: { label: 'agree', up: 'I agree', down: 'I disagree' },
}

export interface Voted {
  target: Target
  totals?: Totals
  mine?: OwnVotes
  /** On one's own nobody votes: the totals alone. */
  isMine: boolean
  /** The page to come back to. */
  back: string
}

/** Approval and, on comments, agreement: apart, in words, and changed without leaving the place. */
export function VoteButtons({ target, totals = noTotals, mine = noVotes, isMine, back }: Voted) {
  const id = `v-${target.kind}-${target.id}`
  const axes = (['approval', 'agreement'] as const).filter((axis) => takes(target.kind, axis))
  return (
    <div className="votes" id={id} data-live>
      {axes.map((axis) =>
        isMine ? (
          <span key={axis} className="vote">
            <Net count={totals[axis]} /> {words[axis].label}
          </span>
        ) : (
          <form
            key={axis}
            className="vote"
            method="post"
            action={`/votes?to=${encodeURIComponent(`${back}#${id}`)}`}
            data-swap={id}
          >
            <input type="hidden" name="kind" value={target.kind} />
            <input type="hidden" name="id" value={target.id} />
            <input type="hidden" name="axis" value={axis} />
            <Button target={target} axis={axis} side={1} mine={mine[axis]} />
            <Net count={totals[axis]} />
            <Button target={target} axis={axis} side={-1} mine={mine[axis]} />
            <span className="soft">{words[axis].label}</span>
          </form>
        ),
      )}
    </div>
  )
}

function Net({ count }: { count: Count }) {
  const net = netOf(count)
  return (
    <span className="net" title={`${count.up} for, ${count.down} against`}>
      {net < 0 ? `−${-net}` : net}
    </span>
  )
}

/** Pressed again, it takes the vote back. */
function Button({ target, axis, side, mine }: { target: Target; axis: Axis; side: 1 | -1; mine: OwnVotes[Axis] }) {
  const isPressed = mine === side
  return (
    <button
      id={pressedId(target, axis, side)}
      type="submit"
      name="value"
      value={isPressed ? 0 : side}
      aria-pressed={isPressed}
      aria-label={side === 1 ? words[axis].up : words[axis].down}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={side === 1 ? 'M2 8l4-5 4 5z' : 'M2 4l4 5 4-5z'} />
      </svg>
    </button>
  )
}
