import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Label } from '../label.ts'
import type { Ruling } from './ruling.ts'

interface StandingProps {
  label: Pick<Label, 'retiredAt'>
  rulings: Ruling[]
  /** What was merged into it. */
  also: { id: string; name: string }[]
}

/** Since when a label is put on nothing more and why, and what else it is called. */
export function LabelStanding({ label, rulings, also }: StandingProps) {
  const retired = label.retiredAt === null ? undefined : rulings.find(({ kind }) => kind === 'retired')
  return (
    <>
      {retired ? (
        <div className="notice">
          <p>
            Retired by <MemberLink handle={retired.handle} />, <Time ms={retired.at} />: {retired.why}
          </p>
          <p>It is put on nothing more. What carries it still does, and can be voted on.</p>
        </div>
      ) : null}
      {also.length > 0 ? (
        <p className="meta also-called">
          <span>Also called</span>
          {also.map(({ id, name }) => (
            <a key={id} href={`/labels/${id}/history`}>
              {name}
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** On the history of a label that was merged: where it went. */
export function MergedNotice({ into, ruling }: { into: { id: string; name: string }; ruling: Ruling | undefined }) {
  return (
    <div className="notice">
      <p>
        Merged into <a href={`/labels/${into.id}`}>“{into.name}”</a>
        {ruling ? (
          <>
            {' '}
            by <MemberLink handle={ruling.handle} />, <Time ms={ruling.at} />: {ruling.why}
          </>
        ) : null}
      </p>
      <p>Votes on it stand there as votes on earlier words, until those who cast them confirm them.</p>
    </div>
  )
}
