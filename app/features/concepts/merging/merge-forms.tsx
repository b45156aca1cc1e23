import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Merging } from './merge.ts'

type Refused = RefusedForm | undefined

const WhyField = () => (
  <TextField name="why" label="Why" isRequired hint="Everybody can read this. At most 500 characters." />
)

/** Merges a concept into another, and says before what that does. */
export function MergeForm({ into, refused }: { into: string; refused: Refused }) {
  return (
    <>
      <p className="prose">
        Its address and its names lead to the other one from then on, with what mentions it and how it is related. What
        was written here stays in its history. A merge can be taken back.
      </p>
      <Form refused={refused} className="card">
        <TextField name="into" label="Into" value={into} isRequired hint="The name or the address of the other one." />
        <WhyField />
        <Submit>Merge</Submit>
      </Form>
    </>
  )
}

/** Takes a merge back. */
export function PartForm({ refused }: { refused: Refused }) {
  return (
    <>
      <p className="prose">Taken back, the concept is as it was before, and its names lead to it again.</p>
      <Form refused={refused} className="card">
        <input type="hidden" name="deed" value="part" />
        <WhyField />
        <Submit>Take the merge back</Submit>
      </Form>
    </>
  )
}

/** What was merged, and what of that was taken back. */
export function MergeList({ merges }: { merges: readonly Merging[] }) {
  return (
    <ul className="list">
      {merges.map((one) => (
        <li key={one.id}>
          <p>
            <a href={`/concepts/${one.conceptId}/history`}>“{one.name}”</a>{' '}
            {one.kind === 'merged' ? 'was merged into' : 'was parted again from'}{' '}
            <a href={`/concepts/${one.otherId}/history`}>“{one.otherName}”</a>: {one.why}
          </p>
          <p className="meta">
            <MemberLink handle={one.handle} />
            <Time ms={one.at} />
          </p>
        </li>
      ))}
    </ul>
  )
}
