import type { Mine } from '../question.tsx'
import { type Choice, isShown } from './choice.ts'

/** For whoever voted: whether their ballots here are shown with name and reason, and their part in the matter. */
export function OwnBallots({ mine: { ballots, handles, choice }, isOpen }: { mine: Mine; isOpen: boolean }) {
  if (!choice || ballots.length + handles.length === 0) return null
  return (
    <details id="own-ballots" className="own-ballots" open={isOpen}>
      <summary>
        Others see {isShown(choice) ? 'your ballots here, with your name and reasons' : 'your ballots in totals only'}
        {choice.part ? `: ${choice.part}` : ''}
      </summary>
      <ChoiceFields choice={choice} />
    </details>
  )
}

function ChoiceFields({ choice }: { choice: Choice }) {
  const shown = choice.shows === null ? '' : choice.shows ? 'shown' : 'private'
  return (
    <form method="post" data-swap="standing">
      <input type="hidden" name="intent" value="choose" />
      <div className="field">
        <label htmlFor="own-shows">Your ballots on this claim</label>
        <select id="own-shows" name="shows" defaultValue={shown}>
          <option value="">As on every claim: {choice.showsElsewhere ? 'shown' : 'in totals only'}</option>
          <option value="shown">Show them, with name and reasons</option>
          <option value="private">Keep them in totals only</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="own-part">Your part in the matter</label>
        <p className="hint" id="own-part-hint">
          If you made or wrote what is judged here: “an author of the paper”. It stands beside your ballots where they
          are shown.
        </p>
        <input id="own-part" name="part" defaultValue={choice.part} maxLength={120} aria-describedby="own-part-hint" />
      </div>
      <p className="actions">
        <button id="own-keep" className="button quiet" type="submit">
          Keep
        </button>
        <a href={`/members/${choice.handle}/ballots`}>All your ballots</a>
      </p>
    </form>
  )
}
