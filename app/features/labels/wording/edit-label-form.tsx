import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea } from '#app/ui/form.tsx'
import type { Label } from '../label.ts'

/** What a label means, to be written anew. */
export function EditLabelForm({ label, refused }: { label: Label; refused: RefusedForm | undefined }) {
  return (
    <Form refused={refused}>
      <TextArea name="definition" label="Definition" value={label.definition} hint="When does it fit?" />
      <TextArea name="examples" label="Examples" value={label.examples} rows={3} />
      <TextArea name="counterExamples" label="Counter-examples" value={label.counterExamples} rows={3} />
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
      <Submit>Save what it means</Submit>
    </Form>
  )
}
