import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, TextField } from '#app/ui/form.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Passkey } from './passkey.ts'

interface Props {
  passkeys: Passkey[]
  hasPassword: boolean
  refused?: RefusedForm
}

/** A member's passkeys, each with the way to remove it. */
export function PasskeyList({ passkeys, hasPassword, refused }: Props) {
  if (passkeys.length === 0)
    return (
      <p className="soft">
        You have none. With a passkey a device signs you in by your finger, face or PIN, and nobody can ask you for it.
      </p>
    )
  return (
    <ul className="list">
      {passkeys.map((passkey) => (
        <li key={passkey.id}>
          <p className="meta">
            <span>{passkey.name}</span>
            <span>
              added <Time ms={passkey.addedAt} />
            </span>
            <span>{passkey.usedAt === null ? 'not used yet' : <LastUse ms={passkey.usedAt} />}</span>
          </p>
          <RemovePasskey
            passkey={passkey}
            hasPassword={hasPassword}
            refused={refused?.values.id === passkey.id ? refused : undefined}
          />
        </li>
      ))}
    </ul>
  )
}

const LastUse = ({ ms }: { ms: number }) => (
  <>
    last used <Time ms={ms} />
  </>
)

function RemovePasskey({ passkey, hasPassword, refused }: { passkey: Passkey } & Omit<Props, 'passkeys'>) {
  return (
    <details open={refused !== undefined}>
      <summary>
        Remove<span className="visually-hidden"> {passkey.name}</span>
      </summary>
      <Form refused={refused}>
        <input type="hidden" name="id" value={passkey.id} />
        {hasPassword ? (
          <TextField
            name="current"
            label="Password, to remove it"
            type="password"
            autoComplete="current-password"
            isRequired
          />
        ) : null}
        <button className="button quiet" type="submit" name="intent" value="remove-passkey">
          Remove {passkey.name}
        </button>
      </Form>
    </details>
  )
}
