import { Form, Select, Submit, useRefused } from '#app/ui/form.tsx'
import { kindWords, type NotificationKind } from '../notification.ts'
import type { Frequency, Wish, Wishes } from './settings.ts'

const rhythms: readonly (readonly [Frequency, string])[] = [
  ['none', 'never'],
  ['daily', 'every day'],
  ['weekly', 'every Monday'],
]

interface Settings {
  wishes: Wishes
  email: string | null
  frequency: Frequency
  /** Those of which the member may be told at all. */
  kinds: readonly NotificationKind[]
}

/** What one is told of and where, and how often by mail. */
export function NotificationSettingsForm({ wishes, email, frequency, kinds }: Settings) {
  const refused = useRefused()
  const isOn = (name: string, was: boolean) => (refused ? name in refused.values : was)
  return (
    <Form refused={refused} className="notification-settings">
      <table>
        <thead>
          <tr>
            <th scope="col">You are told of</th>
            <th scope="col">On the site</th>
            <th scope="col">By mail</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <WishRow key={kind} kind={kind} wish={wishes[kind]} isOn={isOn} />
          ))}
        </tbody>
      </table>
      <p>
        {email ? `Mail goes to ${email}.` : 'There is no address yet to send mail to.'}{' '}
        <a href="/settings/sign-in#address">{email ? 'Change it' : 'Give one'}</a>
      </p>
      <Select
        name="frequency"
        label="A digest by mail"
        hint="What you have not read by seven in the morning, UTC. Without news there is no mail."
        value={frequency}
        options={rhythms}
      />
      <Submit>Save</Submit>
    </Form>
  )
}

interface RowProps {
  kind: keyof Wishes
  wish: Wish
  isOn: (name: string, was: boolean) => boolean
}

function WishRow({ kind, wish, isOn }: RowProps) {
  const { label, hint } = kindWords[kind]
  const box = (place: string, words: string, was: boolean) => (
    <td>
      <input
        type="checkbox"
        name={`${kind}.${place}`}
        defaultChecked={isOn(`${kind}.${place}`, was)}
        aria-label={`${label} ${words}`}
      />
    </td>
  )
  return (
    <tr>
      <th scope="row">
        {label} <span className="hint">{hint}</span>
      </th>
      {box('site', 'on the site', wish.onSite)}
      {box('mail', 'by mail', wish.byMail)}
    </tr>
  )
}
