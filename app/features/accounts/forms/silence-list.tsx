import { Form } from '#app/ui/form.tsx'
import { Empty, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Silence } from '../silence.ts'

/** Whom one blocks and mutes, each with the way back. */
export function SilenceList({ silences }: { silences: Silence[] }) {
  if (silences.length === 0)
    return <Empty>Nobody. On the page of a member you can mute or block them; only you know of it.</Empty>
  return (
    <ul className="list">
      {silences.map(({ memberId, handle, kind, since }) => (
        <li key={memberId} className="title-row">
          <p className="meta">
            <MemberLink handle={handle} />
            <span>
              {kind === 'block' ? 'blocked' : 'muted'} <Time ms={since} />
            </span>
          </p>
          <Form action={`/members/${handle}/silence?to=/settings`}>
            <button className="button quiet" type="submit" name="kind" value="none">
              {kind === 'block' ? 'Unblock' : 'Unmute'}
              <span className="visually-hidden"> {handle}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
