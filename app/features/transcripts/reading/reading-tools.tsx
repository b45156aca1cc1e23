import { counted } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import { turnRoles } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import type { Reading } from './reading.server.ts'
import { isNarrowed, queryOf, type View } from './view.ts'

/** What of the transcript to read: a plain form, whose answer is an address. */
export function ReadingTools({ transcriptId, view }: { transcriptId: string; view: View }) {
  return (
    <search aria-label="In this transcript">
      <form className="reading-tools" action={`/transcripts/${transcriptId}`}>
        <input type="search" name="q" aria-label="Find in this transcript" placeholder="Find" defaultValue={view.q} />
        <select name="role" aria-label="Role" defaultValue={view.role ?? ''}>
          <option value="">Every role</option>
          {turnRoles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </select>
        <label>
          <input type="checkbox" name="only" value="marks" defaultChecked={view.marked} /> Only turns with marks
        </label>
        <label>
          <input type="checkbox" name="fold" value="yes" defaultChecked={view.folded} /> Fold scratchpads and tools
        </label>
        {view.within ? <input type="hidden" name="in" value={view.within} /> : null}
        <button className="button quiet" type="submit">
          Show
        </button>
      </form>
    </search>
  )
}

/** Other forms of the same transcript. */
export function ReadingWays({ transcriptId }: { transcriptId: string }) {
  const address = `/transcripts/${transcriptId}`
  return (
    <p className="reading-ways">
      <a href={`${address}/beside`}>Beside another</a>
      <a href={`${address}/raw.txt`}>Text</a>
      <a href={`/api/v1${address}`}>JSON</a>
      <a href={`${address}/export.html`}>Save as a file</a>
      <a href={`${address}/redact`}>What was masked</a>
    </p>
  )
}

interface WayProps {
  reading: Pick<Reading, 'transcript' | 'turns' | 'wanted' | 'parts' | 'part'>
  view: View
}

/** What a narrowed view found, and the way back to everything. */
export function Narrowed({ reading: { transcript, wanted }, view, places }: WayProps & { places: number }) {
  if (!isNarrowed(view)) return null
  const all = queryOf({ ...view, from: 0, q: '', role: null, marked: false })
  return (
    <p className="narrowed" role="status">
      <span>
        {wanted === 0 ? 'No turn' : counted(wanted, 'turn')} of <Count n={transcript.turnCount} />
        {places > 0 ? `, the words in ${counted(places, 'place')} shown here` : null}.
      </span>{' '}
      <a href={`/transcripts/${transcript.id}${all}`}>Show every turn</a>
    </p>
  )
}

/** The way through what does not fit on one page, and how much of it is not shown here. */
export function ReadingParts({ reading: { transcript, turns, wanted, parts, part }, view }: WayProps) {
  if (parts.length < 2) return null
  const [before, after] = [parts[part - 1], parts[part + 1]]
  const address = (from: number) => `/transcripts/${transcript.id}${queryOf({ ...view, from })}`
  return (
    <nav className="parts" aria-label="Parts of this transcript">
      <span>
        Turns {turns[0]?.number} to {turns.at(-1)?.number}; {counted(wanted - turns.length, 'other turn')} not shown
        here.
      </span>
      {before === undefined ? null : (
        <a href={address(before)} rel="prev">
          Earlier turns
        </a>
      )}
      {after === undefined ? null : (
        <a href={address(after)} rel="next">
          Later turns
        </a>
      )}
    </nav>
  )
}
