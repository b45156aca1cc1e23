import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'

/** Changes the handle. What led to the old one goes on leading to its member. */
export function HandleForm(props: { handle: string; former: string[]; refused?: RefusedForm }) {
  const { handle, former, refused } = props
  return (
    <Form refused={refused} className="card">
      <TextField
        name="handle"
        label="Handle"
        value={handle}
        autoComplete="username"
        hint="Links to the one that you have now go on leading to you, and nobody else can take it."
      />
      {former.length > 0 ? <p className="hint">Before: {former.join(', ')}.</p> : null}
      <Submit name="intent" value="rename">
        Change handle
      </Submit>
    </Form>
  )
}
