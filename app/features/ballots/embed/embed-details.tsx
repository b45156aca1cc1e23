import type { Claim } from '#app/features/claims/claim.ts'
import type { Tally } from '../tally.ts'
import { embedCode } from './embed.ts'

/** How to show a claim's plot elsewhere. */
export function EmbedDetails({ claim, tally, origin }: { claim: Claim; tally: Tally; origin: string }) {
  return (
    <details className="embed-code">
      <summary>Embed</summary>
      <p className="small">
        These lines show the plot on another page, always as it stands. It asks for nothing and sets no cookies.
      </p>
      <label htmlFor="embed-code">Lines to copy</label>
      <textarea id="embed-code" rows={4} readOnly value={embedCode(claim, tally, origin)} />
      <p className="actions">
        <button className="button quiet" type="button" data-copy="embed-code" hidden>
          Copy
        </button>
        <a href={`/claims/${claim.id}/embed`}>What they show</a>
        <a href={`/claims/${claim.id}/picture.png`}>As a picture</a>
      </p>
    </details>
  )
}
