import type { Invitation } from '../voting/choice.ts'

/** Above one's own ballots: which of them to list. */
export function OwnTools({ since }: { since: string | null }) {
  return (
    <form className="since" aria-label="Which ballots">
      <label htmlFor="since">Cast or changed since</label>
      <input type="date" id="since" name="since" defaultValue={since ?? ''} />
      <button className="button quiet" type="submit">
        List
      </button>
      {since ? <a href="?">All</a> : null}
    </form>
  )
}

/** Framings that came onto claims after one voted there, claim by claim. */
export function InvitedBack({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null
  return (
    <section className="notice" aria-labelledby="invited-heading">
      <h3 id="invited-heading">Added since you voted</h3>
      <ul className="invited">
        {[...Map.groupBy(invitations, ({ claimId }) => claimId)].map(([claimId, some]) => (
          <li key={claimId}>
            <form method="post">
              <input type="hidden" name="claim" value={claimId} />
              <a href={`/claims/${claimId}`}>{some[0]?.statement}</a>:{' '}
              {some.map(({ framingId, name, hue }, i) => (
                <span key={framingId}>
                  {i > 0 ? ', ' : ''}
                  <a
                    className={`framing-name hue-${hue}`}
                    href={`/claims/${claimId}?more=${framingId}#row-${framingId}`}
                  >
                    {name}
                  </a>
                </span>
              ))}{' '}
              <button className="link" type="submit" name="intent" value="put-off">
                Not now<span className="visually-hidden">: {some[0]?.statement}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
