import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import { WhyField } from '../rulings/ruling-forms.tsx'

type Refused = RefusedForm | undefined

interface MergeProps {
  weight: { excerpts: number; votes: number; machine: number }
  /** Labels that it can be merged into. */
  names: { id: string; name: string }[]
  refused: Refused
}

/** Merges a label into another, and says before what that does. */
export function MergeForm({ weight, names, refused }: MergeProps) {
  const { excerpts, votes, machine } = weight
  return (
    <>
      <div className="prose merge-prose">
        <p>Its address and its name lead to the other label from then on.</p>
        <p>
          {excerpts === 0
            ? 'It is on nothing yet.'
            : `The other is put on ${counted(excerpts, 'excerpt')} that carry it.`}{' '}
          {votes > 0
            ? `${counted(votes, 'vote')} ${votes === 1 ? 'goes' : 'go'} along as votes on earlier words: they are not added to the others until those who cast them confirm them. Whoever voted on both has said what they say of the other, and that stands.`
            : ''}{' '}
          {machine > 0
            ? `So does what classifiers said (${counted(machine, 'time')}), where they said nothing of the other.`
            : ''}
        </p>
        <p>A merge can be taken back.</p>
      </div>
      <Form refused={refused} className="card">
        <Select
          name="into"
          label="Into"
          value=""
          options={[['', 'Choose…'], ...names.map(({ id, name }) => [id, name] as const)]}
        />
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
      <p className="prose merge-prose">
        Taken back, the label is as it was before. The other keeps what was said of it itself: votes that came along and
        that nobody confirmed go.
      </p>
      <Form refused={refused} className="card">
        <input type="hidden" name="deed" value="part" />
        <WhyField />
        <Submit>Take the merge back</Submit>
      </Form>
    </>
  )
}
