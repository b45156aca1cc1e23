import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Checkbox, Form, Submit, TextArea } from '#app/ui/form.tsx'
import type { Profile } from '../accounts.server.ts'

/** What others see of a member: the bio, and whether ballots are shown. */
export function DescriptionForm({ profile, refused }: { profile: Profile; refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <TextArea
        name="bio"
        label="About you"
        value={profile.bio}
        rows={3}
        hint="At most 1,000 characters, plain text."
      />
      <Checkbox
        name="showsBallots"
        label="Show my ballots, with my name and reasons"
        hint="Otherwise others see them in totals only."
        isChecked={profile.showsBallots}
      />
      <Submit name="intent" value="describe">
        Save
      </Submit>
    </Form>
  )
}
