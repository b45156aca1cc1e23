import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'
import { whyLimit } from '../relation.ts'

/** For who said it, and moderators. */
export function RelationForms({ why }: { why: string }) {
  const refused = useRefused()
  return (
    <details className="relation-change" open={refused !== undefined}>
      <summary>Edit or withdraw</summary>
      <Form refused={refused}>
        <TextField name="why" label="Why" value={why} isRequired hint={`One line, at most ${whyLimit} characters.`} />
        <Submit name="deed" value="edit">
          Save the line
        </Submit>
      </Form>
      <form method="post">
        <button type="submit" className="button quiet" name="deed" value="withdraw">
          Withdraw the relation
        </button>
      </form>
    </details>
  )
}
