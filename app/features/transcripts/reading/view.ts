import { slice } from '#app/lib/text.ts'
import { type TurnRole, turnRoles } from '../transcript.ts'

/** What of a transcript somebody wants to read, as the address says it. */
export interface View {
  /** Begin with the part that holds this turn. */
  from: number
  /** Only turns that hold these words. */
  q: string
  /** Only turns of this role. */
  role: TurnRole | null
  /** Only turns with marked words. */
  marked: boolean
  /** Scratchpads and tools' turns arrive folded. */
  folded: boolean
  /** The collection that one goes through. */
  within: string | null
}

const mostSought = 200

export function viewOf(query: URLSearchParams): View {
  const role = turnRoles.find((one) => one === query.get('role')) ?? null
  const from = /^\d{1,9}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : 0
  return {
    from,
    q: slice((query.get('q') ?? '').trim(), 0, mostSought),
    role,
    marked: query.get('only') === 'marks',
    folded: query.get('fold') === 'yes',
    within: query.get('in') || null,
  }
}

/** Whether turns are left out because they were not asked for. */
export const isNarrowed = ({ q, role, marked }: View) => q !== '' || role !== null || marked

/** The query that says this, with `?` where there is anything to say. */
export function queryOf({ from, q, role, marked, folded, within }: View): string {
  const said: [string, string | null][] = [
    ['q', q],
    ['role', role],
    ['only', marked ? 'marks' : ''],
    ['fold', folded ? 'yes' : ''],
    ['in', within],
    ['from', from > 0 ? String(from) : ''],
  ]
  const query = new URLSearchParams(said.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return query.size > 0 ? `?${query}` : ''
}

/** Where a turn stands, or something in it: on the page that is shown, when it is, else on the one that holds it among all turns. */
export function placeAddress(transcriptId: string, view: View, shown: ReadonlySet<number>, turn: number, id: string) {
  if (shown.has(turn)) return `#${id}`
  const all = { ...view, from: turn, q: '', role: null, marked: false }
  return `/transcripts/${transcriptId}${queryOf(all)}#${id}`
}
