import type { Member } from '#app/features/accounts/member.ts'
import { type Interval, wilson } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import * as queries from './machines.queries.server.ts'

/** How often somebody says what most people say, where most people say anything. */
export interface WithMost {
  n: number
  same: number
  share: number | null
  interval: Interval
}

type Row = Record<queries.PeopleSay, number>

/** A classifier's words on a label against people's: excerpts that it says the label fits, and does not. */
export interface Confusion extends WithMost {
  classifier: string
  fits: Row
  fitsNot: Row
}

/** Each classifier's, by name. It says that a label fits without a score, or with one of ½ and more. */
export async function confusionsOn(db: Db, labelId: string): Promise<Confusion[]> {
  const byClassifier = Map.groupBy(await queries.selectMachinesAndPeople(db, labelId), ({ classifier }) => classifier)
  return [...byClassifier].map(([classifier, cells]) => confusionOf(classifier, cells))
}

/** From how often it says one thing where people say another. */
export function confusionOf(
  classifier: string,
  cells: { fits: number; people: queries.PeopleSay; times: number }[],
): Confusion {
  const row = (says: number) => rowOf(cells.filter(({ fits }) => Number(fits) === says))
  const [fits, fitsNot] = [row(1), row(0)]
  const n = fits.agree + fits.disagree + fitsNot.agree + fitsNot.disagree
  return { classifier, fits, fitsNot, ...withMost(n, fits.agree + fitsNot.disagree) }
}

function rowOf(cells: { people: queries.PeopleSay; times: number }[]): Row {
  const row = { agree: 0, disagree: 0, split: 0, nothing: 0 }
  for (const { people, times } of cells) row[people] += times
  return row
}

/** One's own: how often a member says what most others do. */
export async function ownOn(db: Db, labelId: string, member: Member): Promise<WithMost> {
  const { n, same } = await queries.selectOwnAndOthers(db, labelId, member.id)
  return withMost(n, same)
}

function withMost(n: number, same: number): WithMost {
  const share = n === 0 ? null : same / n
  return { n, same, share, interval: wilson(share ?? 0, n) }
}
