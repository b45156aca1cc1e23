import { Form } from '#app/ui/form.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Session } from '../sessions.server.ts'

/** Where a member is signed in, each with the way to end it. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <>
      <ul className="list">
        {sessions.map((session) => (
          <li key={session.id} className="title-row">
            <SessionWords {...session} />
            {session.isThis ? <span className="soft small">this one</span> : <EndSession {...session} />}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Form className="end-others">
          <button className="button quiet" type="submit" name="intent" value="end-others">
            End all others
          </button>
        </Form>
      ) : null}
    </>
  )
}

function SessionWords({ device, startedAt, seenAt }: Session) {
  return (
    <p className="meta">
      <span>{device || 'A browser'}</span>
      <span>
        since <Time ms={startedAt} />
      </span>
      <span>
        last used <Time ms={seenAt} />
      </span>
    </p>
  )
}

function EndSession({ id, device }: Session) {
  return (
    <Form>
      <input type="hidden" name="session" value={id} />
      <button className="button quiet" type="submit" name="intent" value="end">
        End<span className="visually-hidden"> {device || 'a browser'}</span>
      </button>
    </Form>
  )
}
