import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextField } from '#app/ui/form.tsx'

interface Props {
  address: string | null
  hasPassword: boolean
  refused?: RefusedForm
}

/** Changes where mail goes, once the link of a letter to there is followed; or takes the address away. */
export function AddressForm({ address, hasPassword, refused }: Props) {
  return (
    <Form refused={refused} className="card">
      <p>{address ? `Mail goes to ${address}.` : 'Without one you cannot get a new password, nor digests.'}</p>
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={address ? 'Another address' : 'E-mail address'}
        hint="A letter with a link goes there. Nobody else sees the address."
      />
      {hasPassword ? (
        <TextField
          name="current"
          label="Password"
          type="password"
          autoComplete="current-password"
          hint="All your other sessions end."
          isRequired
        />
      ) : null}
      <p className="actions">
        <Submit name="intent" value="address">
          Send the letter
        </Submit>
        {address ? (
          <button className="button quiet" type="submit" name="intent" value="no-address">
            Have none
          </button>
        ) : null}
      </p>
    </Form>
  )
}
