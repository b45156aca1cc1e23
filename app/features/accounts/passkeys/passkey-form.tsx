import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'

interface Props {
  device: string
  hasPassword: boolean
  refused?: RefusedForm
}

/** Adds a passkey of the device that somebody sits at, or of a key that they plug in. */
export function PasskeyForm({ device, hasPassword, refused }: Props) {
  return (
    <>
      <Form refused={refused} hidden data-passkey="/settings/sign-in/passkey" className="card passkey-add">
        <input type="hidden" name="intent" value="add-passkey" />
        <input type="hidden" name="passkey" value="" autoComplete="off" />
        <TextField
          name="name"
          label="Name of the passkey"
          value={device}
          hint="For yourself, to tell them apart."
          isRequired
        />
        {hasPassword ? (
          <TextField
            name="current"
            label="Password, to add it"
            type="password"
            autoComplete="current-password"
            isRequired
          />
        ) : null}
        <Submit>Add a passkey</Submit>
        <p className="error" role="status" />
      </Form>
      <p className="soft" data-otherwise="">
        To add one, a browser that has passkeys must run this site’s script.
      </p>
    </>
  )
}
