import { counted } from '#app/ui/plain.tsx'
import type { Invitation } from './choice.ts'

/** On a claim's page: what was added since the member voted there, to judge or to put off. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null
  return (
    <form method="post" data-swap="question standing" className="invitations">
      <input type="hidden" name="intent" value="put-off" />
      <p>
        {counted(invitations.length, 'framing')} came after your last vote here:{' '}
        {invitations.map(({ framingId, name, hue }, i) => (
          <span key={framingId}>
            {i > 0 ? ', ' : ''}
            <a className={`framing-name hue-${hue}`} href={`?more=${framingId}#row-${framingId}`}>
              {name}
            </a>
          </span>
        ))}
        .{' '}
        <button className="link" type="submit">
          Not now
        </button>
      </p>
    </form>
  )
}
