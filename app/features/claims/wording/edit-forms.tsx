import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { type Claim, questions } from '../claim.ts'
import type { Framing } from '../framing.ts'

type Refused = RefusedForm | undefined

/** Whether the words mean the same: nothing is chosen beforehand. */
function ChangeField() {
  return (
    <Select
      name="change"
      label="Does it mean the same?"
      value=""
      options={[
        ['', 'Choose…'],
        ['same', 'The same meaning, in other words: votes go on counting'],
        ['changed', 'Another meaning: votes so far are set apart'],
      ]}
      hint="Votes that are set apart stand beside the others, and count again when those who cast them confirm them."
    />
  )
}

/** What a claim says, to be written anew. */
export function EditClaimForm({ claim, refused }: { claim: Claim; refused: Refused }) {
  return (
    <Form refused={refused}>
      <TextArea name="statement" label="Statement" value={claim.statement} rows={2} isRequired />
      {claim.variantOf ? <TextField name="differs" label="What differs" value={claim.differs} isRequired /> : null}
      <TextArea name="context" label="Context" value={claim.context} rows={8} hint="Markdown." />
      <Select
        name="asks"
        label="What it asks"
        value={claim.asks}
        options={[['', 'Nothing of these'], ...questions.map((one) => [one, one] as const)]}
      />
      <TextArea name="settledBy" label="What would settle it" value={claim.settledBy} rows={2} />
      <ChangeField />
      <Submit>Save the words</Submit>
    </Form>
  )
}

interface NamedProps {
  thing: { name: string; definition: string }
  refused: Refused
}

/** The same of a standpoint. */
export function EditStandpointForm({ thing, refused }: NamedProps) {
  return (
    <Form refused={refused}>
      <TextField name="name" label="Name" value={thing.name} isRequired />
      <TextArea name="definition" label="What it holds fixed" value={thing.definition} isRequired />
      <ChangeField />
      <Submit>Save the words</Submit>
    </Form>
  )
}

/** The same of a framing. */
export function EditFramingForm({ framing, refused }: { framing: Framing; refused: Refused }) {
  return (
    <Form refused={refused}>
      <TextField
        name="name"
        label="Name"
        value={framing.name}
        isRequired
        hint="The name that it had leads to it still."
      />
      <TextArea name="definition" label="What it means" value={framing.definition} isRequired />
      <TextField name="coinedBy" label="Coined by" value={framing.coinedBy} hint="Who first called it so. Optional." />
      <ChangeField />
      <Submit>Save the words</Submit>
    </Form>
  )
}
