import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import type { Standpoint } from '#app/features/claims/standpoint.ts'
import { useRefused } from '#app/ui/form.tsx'
import { Mark } from '#app/ui/plots/marks.tsx'
import { type Ballot, reasonLimit } from '../ballot.ts'
import { type Mine, swapped, VerdictForm } from '../question.tsx'
import type { Mover } from './mover.ts'

interface Props {
  claim: Claim
  framing: Framing
  mine: Mine
  movers: readonly Mover[]
  standpoint: Standpoint
  mark: number
}

/** One cell of the grid: the verdict with its reason, and once it was changed, what moved the member. */
export function From(props: Props) {
  const { claim, framing, mine, standpoint, mark } = props
  const id = `${standpoint.id}-${framing.id}`
  const label = `${framing.name}, ${standpoint.name}`
  const isHere = (one: { standpointId: string; framingId: string }) =>
    one.standpointId === standpoint.id && one.framingId === framing.id
  const ballot = mine.ballots.find(isHere)
  const cell = { claim, standpointId: standpoint.id, framingId: framing.id, mine, label }
  return (
    <li>
      <p title={standpoint.definition}>
        <Mark mark={mark} /> {standpoint.name}
      </p>
      <VerdictForm id={`ballot-${id}`} {...cell}>
        {ballot ? null : <ReasonField id={id} label={label} reason="" />}
      </VerdictForm>
      {ballot ? (
        <Beside {...props} id={id} label={label} ballot={ballot} wasChanged={mine.changed.some(isHere)} />
      ) : null}
    </li>
  )
}

function ReasonField({ id, label, reason }: { id: string; label: string; reason: string }) {
  return (
    <>
      <label className="visually-hidden" htmlFor={`why-${id}`}>
        Why, in a line: {label}
      </label>
      <input
        id={`why-${id}`}
        className="why"
        name="reason"
        defaultValue={reason}
        maxLength={reasonLimit}
        placeholder="Why, in a line (optional)"
      />
    </>
  )
}

interface BesideProps extends Props {
  id: string
  label: string
  ballot: Ballot
  wasChanged: boolean
}

/** What stands beside a verdict. */
function Beside({ id, label, ballot, standpoint, framing, movers, wasChanged }: BesideProps) {
  return (
    <form id={`reason-${id}`} method="post" data-swap={swapped} className="reason" aria-label={`Beside it: ${label}`}>
      <input type="hidden" name="intent" value="ballot" />
      <input type="hidden" name="standpoint" value={standpoint.id} />
      <input type="hidden" name="framing" value={framing.id} />
      <ReasonField id={id} label={label} reason={ballot.reason} />
      {wasChanged ? <WhatMoved id={id} ballot={ballot} movers={movers} /> : null}
      <button className="button quiet" type="submit" name="verdict" value={ballot.verdict}>
        Keep
      </button>
    </form>
  )
}

function WhatMoved({ id, ballot, movers }: { id: string; ballot: Ballot; movers: readonly Mover[] }) {
  const said = ballot.movedBy ? `${ballot.movedBy.type}.${ballot.movedBy.id}` : ''
  const isListed = said === '' || movers.some(({ value }) => value === said)
  return (
    <div className="moved">
      <label htmlFor={`moved-${id}`}>What moved you?</label>
      <select id={`moved-${id}`} name="movedBy" defaultValue={said}>
        <option value="">Nothing I would name</option>
        {isListed ? null : <option value={said}>The {ballot.movedBy?.type} that you linked</option>}
        {movers.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <LinkField id={id} ballot={ballot} />
    </div>
  )
}

/** For what is not among the arguments here. After a refusal it shows what was pasted. */
function LinkField({ id, ballot: { standpointId, framingId } }: { id: string; ballot: Ballot }) {
  const refused = useRefused()
  const isRefused = refused?.values.standpoint === standpointId && refused?.values.framing === framingId
  const errors = isRefused ? (refused?.errors.movedByLink ?? []) : []
  return (
    <>
      <label htmlFor={`link-${id}`}>or the address of a comment or excerpt</label>
      <input
        id={`link-${id}`}
        name="movedByLink"
        defaultValue={isRefused ? refused?.values.movedByLink : ''}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={errors.length > 0 ? `link-${id}-error` : undefined}
      />
      {errors.length > 0 ? (
        <p className="error" id={`link-${id}-error`} role="alert">
          {errors.join(' ')} Nothing was changed.
        </p>
      ) : null}
    </>
  )
}
