import type { ReactNode } from 'react'
import type { Claim } from '#app/features/claims/claim.ts'
import { type Framing, firstQuestion } from '#app/features/claims/framing.ts'
import { counted } from '#app/ui/plain.tsx'
import { type Ballot, type BallotVerdict, type HandleVote, verdicts } from './ballot.ts'
import type { Earlier } from './earlier/earlier.ts'
import { OwnEarlier } from './earlier/earlier-votes.tsx'
import type { Tally } from './tally.ts'
import { cellsOf, seenFrom, verdictWords } from './tally-words.ts'
import type { Choice, Invitation } from './voting/choice.ts'
import { Invitations } from './voting/invitations.tsx'
import { WhatATapDoes } from './voting/one-tap.tsx'
import type { RowsShown } from './voting/rows-shown.ts'

export interface Mine {
  /** What was cast on earlier words. */
  earlier: Earlier
  ballots: readonly Ballot[]
  handles: readonly HandleVote[]
  /** Cells in which the member once said otherwise. */
  changed: readonly { standpointId: string; framingId: string }[]
  /** Null: a visitor's. */
  choice: Choice | null
  /** Framings that were added since. */
  invitations: readonly Invitation[]
}

interface Props {
  claim: Claim
  tally: Tally
  mine: Mine
  /** The framings that the page has room for. */
  rows: RowsShown
  /** False: how others voted stays folded. */
  showsTotals: boolean
}

/** What a vote on this page changes there. */
export const swapped = 'question standing'

/** The one question of a claim's page, answered by one tap. */
export function Question(props: Props) {
  return (
    <section id="question" className="question" aria-labelledby="question-heading">
      <OwnEarlier claim={props.claim} earlier={props.mine.earlier} />
      {props.claim.kind === 'case' ? <NameQuestion {...props} /> : <HoldsQuestion {...props} />}
      <Invitations invitations={props.mine.invitations} />
    </section>
  )
}

const hasSaid = ({ ballots, handles }: Mine) => ballots.length + handles.length > 0

function NameQuestion(props: Props) {
  const [first, ...others] = props.claim.standpoints
  const said = others.some(({ id }) => props.mine.handles.some(({ standpointId }) => standpointId === id))
  return (
    <>
      <h2 id="question-heading">{firstQuestion(props.claim)}</h2>
      {hasSaid(props.mine) ? null : <WhatATapDoes kind="case" />}
      {first ? <NameForm {...props} standpointId={first.id} label="All things considered" /> : null}
      {others.length > 0 ? (
        <details open={said}>
          <summary>And seen from elsewhere?</summary>
          {others.map(({ id, name, definition }) => (
            <div key={id} className="elsewhere">
              <p>
                <strong>{name}</strong> <span className="soft small">{definition}</span>
              </p>
              <NameForm {...props} standpointId={id} label={seenFrom(name)} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  )
}

function NameForm({ standpointId, label, ...props }: Props & { standpointId: string; label: string }) {
  const { claim, tally, mine, rows, showsTotals } = props
  const vote = mine.handles.find((handle) => handle.standpointId === standpointId)
  const countOf = (framing: Framing) =>
    cellsOf(tally, framing.id).find((cell) => cell.standpointId === standpointId)?.handles ?? 0
  const { atHand, others } = namesFor(claim, rows, vote?.framingId)
  const button = (framing: Framing) => (
    <NameButton
      key={framing.id}
      framing={framing}
      isPressed={vote?.framingId === framing.id}
      count={showsTotals ? countOf(framing) : null}
    />
  )
  const none = tally.noneOfThese.find((one) => one.standpointId === standpointId)?.handles ?? 0
  return (
    <form
      id={`name-${standpointId}`}
      method="post"
      data-swap={swapped}
      className="choices"
      aria-label={`The name, ${label}`}
    >
      <input type="hidden" name="intent" value="handle" />
      <input type="hidden" name="standpoint" value={standpointId} />
      {atHand.map(button)}
      <button type="submit" name="framing" value="none" aria-pressed={vote !== undefined && vote.framingId === null}>
        none of these {showsTotals ? <Count n={none} /> : null}
      </button>
      {vote ? <TakeBack name="framing" /> : null}
      {others.length > 0 ? (
        <details>
          <summary>{counted(others.length, 'more name')}</summary>
          <div className="choices">{others.map(button)}</div>
        </details>
      ) : null}
    </form>
  )
}

const namesAtHand = 8

/** Where there are pages of framings, a few names lie open: the one that the member uses first. */
function namesFor(claim: Claim, { framings, pages }: RowsShown, used: string | null | undefined) {
  if (pages === 1) return { atHand: framings, others: [] }
  const names = [...claim.framings.filter(({ id }) => id === used), ...framings.filter(({ id }) => id !== used)]
  return { atHand: names.slice(0, namesAtHand), others: names.slice(namesAtHand) }
}

function NameButton({ framing, isPressed, count }: { framing: Framing; isPressed: boolean; count: number | null }) {
  const { id, name, hue, definition } = framing
  return (
    <button
      type="submit"
      name="framing"
      value={id}
      className={`name hue-${hue}`}
      aria-pressed={isPressed}
      title={definition}
    >
      {name} {count === null ? null : <Count n={count} />}
    </button>
  )
}

function TakeBack({ name }: { name: 'framing' | 'verdict' }) {
  return (
    <button type="submit" name={name} value="back" className="link">
      Take back
    </button>
  )
}

function Count({ n }: { n: number }) {
  return (
    <span className="count">
      {n}
      <span className="visually-hidden"> would call it so</span>
    </span>
  )
}

function HoldsQuestion({ claim, tally, mine, showsTotals }: Props) {
  const [standpoint, framing] = [claim.standpoints[0], claim.framings[0]]
  const cell = tally.cells[0]
  if (!standpoint || !framing || !cell) return null
  return (
    <>
      <h2 id="question-heading">Does it hold as stated?</h2>
      {hasSaid(mine) ? null : <WhatATapDoes kind="proposition" />}
      <VerdictForm
        id="holds"
        claim={claim}
        standpointId={standpoint.id}
        framingId={framing.id}
        mine={mine}
        label="Does it hold as stated?"
        counts={showsTotals ? cell : undefined}
      />
    </>
  )
}

interface VerdictProps {
  id: string
  claim: Claim
  standpointId: string
  framingId: string
  mine: Mine
  label: string
  counts?: Record<BallotVerdict, number>
  /** Asked with the first verdict. */
  children?: ReactNode
}

/** Four buttons, one of them pressed once there is a ballot. */
export function VerdictForm({ id, claim, standpointId, framingId, mine, label, counts, children }: VerdictProps) {
  const ballot = mine.ballots.find((one) => one.standpointId === standpointId && one.framingId === framingId)
  return (
    <form id={id} method="post" data-swap={swapped} className="choices verdicts" aria-label={label}>
      {/* The first button is what Enter in a field presses: none of the verdicts. */}
      {children ? <button type="submit" disabled hidden /> : null}
      <input type="hidden" name="intent" value="ballot" />
      <input type="hidden" name="standpoint" value={standpointId} />
      <input type="hidden" name="framing" value={framingId} />
      {verdicts.map((verdict) => (
        <button key={verdict} type="submit" name="verdict" value={verdict} aria-pressed={ballot?.verdict === verdict}>
          {verdictWords[claim.kind][verdict]} {counts ? <span className="count">{counts[verdict]}</span> : null}
        </button>
      ))}
      {ballot ? <TakeBack name="verdict" /> : null}
      {children}
    </form>
  )
}
