import { type Interval, type State, stateOf } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import * as queries from './agreement.queries.server.ts'
import { alphaInterval, alphaOf, pairable, rawAgreementOf, type Unit } from './alpha.ts'

/** How far those who voted on a label in a collection agree, the vote that put it on left out. */
export interface Agreement {
  labelId: string
  name: string
  /** Excerpts with at least two votes, and the votes on those. */
  items: number
  votes: number
  /** Krippendorff's α; null where nothing can be said ("n/a"). */
  alpha: number | null
  interval: Interval | null
  /** The share of pairs of voters who say the same. */
  raw: number | null
  alphaBlind: number | null
  itemsBlind: number
  /** Excerpts in each state. */
  contested: number
  settled: number
  open: number
}

/** Of each label that was voted on in a collection, in order of name. */
export function agreementIn(db: Db, collectionId: string): Promise<Agreement[]> {
  return agreementWhere(db, { collectionId })
}

/** How far voters on one label agree: everywhere, and in each public collection that has it. */
export interface LabelAgreement {
  everywhere: Agreement | null
  collections: { id: string; title: string; agreement: Agreement }[]
}

const mostCollections = 20

export async function agreementOn(db: Db, labelId: string): Promise<LabelAgreement> {
  const [everywhere = null] = await agreementWhere(db, { labelId })
  const collections: LabelAgreement['collections'] = []
  if (!everywhere) return { everywhere, collections }
  for (const { id, title } of await queries.selectCollectionsWith(db, labelId, mostCollections)) {
    const [agreement] = await agreementWhere(db, { collectionId: id, labelId })
    if (agreement) collections.push({ id, title, agreement })
  }
  return { everywhere, collections }
}

async function agreementWhere(db: Db, where: queries.Where): Promise<Agreement[]> {
  const all = await queries.selectVotes(db, where, false)
  const blind = Map.groupBy(await queries.selectVotes(db, where, true), ({ label_id }) => label_id)
  const byLabel = Map.groupBy(all, ({ label_id }) => label_id)
  return [...byLabel].map(([labelId, votes]) => ({
    labelId,
    name: votes[0]?.name ?? '',
    ...reliabilityOf(unitsOf(votes), `${where.collectionId ?? ''} ${labelId}`),
    ...blindOf(unitsOf(blind.get(labelId) ?? [])),
    ...statesOf(votes),
  }))
}

const unitsOf = (votes: readonly queries.Votes[]): Unit[] =>
  votes.map(({ agree, disagree, times }) => ({ counts: [agree, disagree], times }))

function reliabilityOf(units: Unit[], seed: string) {
  const rated = pairable(units)
  const sizes = rated.map(({ counts, times }) => times * counts.reduce((sum, count) => sum + count, 0))
  return {
    items: itemsIn(rated),
    votes: sizes.reduce((sum, size) => sum + size, 0),
    alpha: alphaOf(rated),
    interval: alphaInterval(rated, seed),
    raw: rawAgreementOf(rated),
  }
}

const itemsIn = (units: Unit[]) => units.reduce((sum, { times }) => sum + times, 0)

function blindOf(units: Unit[]) {
  const rated = pairable(units)
  return { alphaBlind: alphaOf(rated), itemsBlind: itemsIn(rated) }
}

function statesOf(votes: readonly queries.Votes[]): Record<State, number> {
  const counts = { contested: 0, settled: 0, open: 0 }
  for (const { agree, disagree, times } of votes) counts[stateOf({ fits: agree, misfits: disagree })] += times
  return counts
}
