import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'

type Refused = RefusedForm | undefined

export function WhyField() {
  return <TextField name="why" label="Why" isRequired hint="Everybody can read this. At most 500 characters." />
}

/** Retires a label, or brings it back. */
export function RetireForm({ isRetired, refused }: { isRetired: boolean; refused: Refused }) {
  return (
    <Form refused={refused} className="card">
      <input type="hidden" name="retired" value={isRetired ? 'no' : 'yes'} />
      <WhyField />
      <Submit>{isRetired ? 'Bring it back' : 'Retire the label'}</Submit>
    </Form>
  )
}

/** Says of an edit that it means something else; folded until it is wanted. */
export function DisputeForm({ version, refused }: { version: number; refused: Refused }) {
  const mine = refused?.values.version === String(version) ? refused : undefined
  return (
    <details open={mine !== undefined}>
      <summary>It means something else</summary>
      <Form refused={mine}>
        <input type="hidden" name="version" value={version} />
        <WhyField />
        <p className="hint">Votes from before this version are set apart until those who cast them confirm them.</p>
        <Submit>Set earlier votes apart</Submit>
      </Form>
    </details>
  )
}
