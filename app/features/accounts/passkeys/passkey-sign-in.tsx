import type { ReactNode } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form } from '#app/ui/form.tsx'

interface Props {
  to: string
  refused?: RefusedForm
  /** What the form sends along. */
  children?: ReactNode
}

/** Signs in with a passkey, whosever it is. Shown where scripts run. */
export function PasskeySignIn({ to, refused, children }: Props) {
  return (
    <Form refused={refused} hidden data-passkey="/sign-in/passkey" className="passkey-sign-in">
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="passkey" value="" autoComplete="off" />
      {children}
      <button className="button quiet" type="submit">
        Sign in with a passkey
      </button>
      <p className="error" role="status" />
    </Form>
  )
}
