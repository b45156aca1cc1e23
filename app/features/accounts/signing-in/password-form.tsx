import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'

/** Changes the password, or sets the first. */
export function PasswordForm(props: { handle: string; hasPassword: boolean; refused?: RefusedForm }) {
  const { handle, hasPassword, refused } = props
  return (
    <Form refused={refused} className="card">
      {/* For password managers, which keep a password by its name. */}
      <input type="hidden" name="username" autoComplete="username" value={handle} readOnly />
      {hasPassword ? (
        <TextField
          name="current"
          label="Password that you have now"
          type="password"
          autoComplete="current-password"
          isRequired
        />
      ) : null}
      <TextField
        name="password"
        label="New password"
        hint="At least 8 characters; a sentence is good. All your other sessions end."
        type="password"
        autoComplete="new-password"
        isRequired
      />
      <Submit name="intent" value="password">
        {hasPassword ? 'Change password' : 'Set a password'}
      </Submit>
    </Form>
  )
}
