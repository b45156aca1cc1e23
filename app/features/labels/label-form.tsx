import type { ReactNode } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { shortened } from '#app/lib/text.ts'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import type { Label } from './label.ts'

type Refused = RefusedForm | undefined
type Typed = Record<string, string>

/** Proposes a label, with what it means and where its edge lies. */
export function NewLabelForm({ refused, typed, begun }: { refused: Refused; typed: Typed; begun: ReactNode }) {
  return (
    <Form refused={refused} typed={typed}>
      {begun}
      <TextField
        name="name"
        label="Name"
        hint="A few words, as “doubts the setup”. At most 80 characters."
        isRequired
      />
      <TextArea
        name="definition"
        label="Definition"
        hint="When does it fit? Written so that two people who differ about the model can agree about the words."
      />
      <TextArea name="examples" label="Examples" hint="Words that it fits, and why where that is not plain." rows={3} />
      <TextArea
        name="counterExamples"
        label="Counter-examples"
        hint="Words that come near it and that it does not fit."
        rows={3}
      />
      <Submit>Propose the label</Submit>
    </Form>
  )
}

interface LabelTheseProps {
  /** Labels to choose from: those that are not on yet. */
  names: Pick<Label, 'id' | 'name' | 'definition'>[]
  refused: Refused
}

/** Puts a label on an excerpt: one that is there, or a new one. */
export function LabelTheseForm({ names, refused }: LabelTheseProps) {
  const options = names.map(({ id, name, definition }) => [id, optionWords(name, definition)] as const)
  return (
    <Form refused={refused} className="label-these">
      <input type="hidden" name="deed" value="label" />
      {names.length > 0 ? (
        <Select
          name="labelId"
          label="A label that is there"
          value=""
          options={[['', 'Choose…'], ...options]}
          hint={
            <>
              What they mean stands under <a href="/labels">Labels</a>.
            </>
          }
        />
      ) : null}
      <details open={names.length === 0 || refused?.values.name !== undefined}>
        <summary>{names.length > 0 ? 'Or name a new one' : 'Name one'}</summary>
        <TextField name="name" label="Name" hint="A few words, as “doubts the setup”." />
        <TextArea name="definition" label="Definition" hint="When does it fit?" rows={3} />
      </details>
      <Submit>Put the label on</Submit>
      <p className="hint">It counts as your vote that the label fits; others then agree or disagree.</p>
    </Form>
  )
}

const optionWords = (name: string, definition: string) => (definition ? `${name} — ${shortened(definition, 70)}` : name)
