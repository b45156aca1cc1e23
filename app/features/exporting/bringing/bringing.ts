import type { Db } from '#db/open.ts'
import type { Row } from './row-of.ts'
import type { Insert } from './rows.queries.server.ts'
import type { UnnamedVoters } from './voters.server.ts'

/** What is needed to make rows of lines. */
export interface Bringing {
  db: Db
  folder: string
  /** When the site was exported, ms: the time of what an export says no time of. */
  at: number
  voters: UnnamedVoters
  /** By what votes are on: how many voters have been named so far, of what the lines are about. */
  carry: Record<string, number>
}

/** The rows of all tables that one line makes. */
export type Bring = (bringing: Bringing, row: Row) => Promise<Insert[]> | Insert[]

/** The next so many unnamed voters on something; `about` is what may be forgotten once the lines are about something else. */
export async function nextVoters(
  { voters, carry }: Bringing,
  kind: 'ballots' | 'labels' | 'votes',
  on: string,
  count: number,
  from = 0,
): Promise<string[]> {
  const after = carry[on] ?? from
  carry[on] = after + count
  return voters.some(kind, after, count)
}
