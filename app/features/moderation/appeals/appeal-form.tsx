import { Form, Submit, TextArea } from '#app/ui/form.tsx'
import { isAppealable, type OwnAct } from '../acts/act.ts'

/** The way to another look, where there is one. */
export function AppealForm({ act }: { act: OwnAct }) {
  if (!isAppealable(act)) return null
  return (
    <details>
      <summary>Appeal</summary>
      <Form className="card">
        <input type="hidden" name="act" value={act.id} />
        <TextArea
          name="why"
          label="Why this should be looked at again"
          rows={3}
          hint="Another moderator than the one who acted decides, where there is one. You can appeal once."
        />
        <Submit>Appeal</Submit>
      </Form>
    </details>
  )
}
