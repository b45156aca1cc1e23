import { seededRandom } from '#app/lib/statistics.ts'

/** What a rater said of an item: 1 helpful, ½ partly, 0 not. */
export interface Rating {
  rater: string
  item: string
  value: 0 | 0.5 | 1
}

export interface ItemScore {
  /** How helpful it is once the leanings of its raters are taken out. */
  intercept: number
  /** How far it leans; which way is + means nothing. */
  factor: number
  ratings: number
}

export interface RatedItems {
  /** How many rated enough to count. */
  raters: number
  scores: Map<string, ItemScore>
}

export type Status = 'helpful' | 'rejected' | 'undecided'

const interceptWeight = 0.15
const factorWeight = 0.03
const fewestRaters = 30
const fewestRatingsEach = 10
const mostRounds = 2000
/** So little less error in a round that no status hangs on it. */
const settled = 1e-9

/**
 * Community Notes' model of ratings, r̂ = μ + i_u + i_n + f_u·f_n with one factor: minimises the mean squared error
 * + 0.15 (mean i_u² + mean i_n² + μ²) + 0.03 (mean f_u² + mean f_n²), one kind of parameter after another.
 * Null with fewer than 30 raters of at least 10 ratings each; the ratings of others do not count.
 */
export function rateItems(given: readonly Rating[]): RatedItems | null {
  const ratings = ofPracticedRaters(given)
  const model = startingModel(ratings)
  if (model.raters.size < fewestRaters) return null
  let error = Number.POSITIVE_INFINITY
  for (let round = 0; round < mostRounds; round++) {
    improve(model)
    const now = lossOf(model)
    if (error - now < settled) break
    error = now
  }
  const scores = [...model.items].map(
    ([id, { intercept, factor, count }]) => [id, { intercept, factor, ratings: count }] as const,
  )
  return { raters: model.raters.size, scores: new Map(scores) }
}

/** In one order, whatever order they came in. */
function ofPracticedRaters(given: readonly Rating[]): Rating[] {
  const counts = new Map<string, number>()
  for (const { rater } of given) counts.set(rater, (counts.get(rater) ?? 0) + 1)
  const key = ({ rater, item }: Rating) => `${item}\n${rater}`
  return given
    .filter(({ rater }) => (counts.get(rater) ?? 0) >= fewestRatingsEach)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

interface Parameters {
  intercept: number
  factor: number
  count: number
  /** Sums over its ratings, while its best value is looked for. */
  along: number
  square: number
}

/** A rating with what its rater and its item are made of at hand: a run reads every rating some thousands of times. */
interface Placed {
  value: number
  rater: Parameters
  item: Parameters
}

interface Model {
  mean: number
  raters: Map<string, Parameters>
  items: Map<string, Parameters>
  ratings: Placed[]
}

function startingModel(ratings: readonly Rating[]): Model {
  const random = seededRandom('raters')
  const model: Model = { mean: 0, raters: new Map(), items: new Map(), ratings: [] }
  const counted = (of: Map<string, Parameters>, id: string) => {
    const known = of.get(id) ?? { intercept: 0, factor: random() - 0.5, count: 0, along: 0, square: 0 }
    known.count++
    of.set(id, known)
    return known
  }
  for (const { rater, item, value } of ratings)
    model.ratings.push({ value, rater: counted(model.raters, rater), item: counted(model.items, item) })
  return model
}

const restOf = (mean: number, { value, rater, item }: Placed) =>
  value - mean - rater.intercept - item.intercept - rater.factor * item.factor

/** One round: each kind of parameter is set to what is best while the others stand. */
function improve(model: Model) {
  let off = 0
  for (const rating of model.ratings) off += restOf(0, rating)
  model.mean = off / (model.ratings.length * (1 + interceptWeight))
  for (const side of ['rater', 'item'] as const) {
    setBest(model, side, 'intercept')
    setBest(model, side, 'factor')
  }
}

function setBest({ mean, raters, items, ratings }: Model, side: 'rater' | 'item', what: 'intercept' | 'factor') {
  const all = side === 'rater' ? raters : items
  const other = side === 'rater' ? 'item' : 'rater'
  const penalty = ((what === 'intercept' ? interceptWeight : factorWeight) * ratings.length) / all.size
  for (const own of all.values()) {
    own.along = 0
    own.square = penalty
  }
  for (const rating of ratings) {
    const own = rating[side]
    const slope = what === 'intercept' ? 1 : rating[other].factor
    own.along += slope * (restOf(mean, rating) + slope * own[what])
    own.square += slope ** 2
  }
  for (const own of all.values()) own[what] = own.along / own.square
}

/** What the model minimises. */
function lossOf({ mean, raters, items, ratings }: Model): number {
  let error = 0
  for (const rating of ratings) error += restOf(mean, rating) ** 2
  const meanSquare = (of: Map<string, Parameters>, what: 'intercept' | 'factor') => {
    let sum = 0
    for (const own of of.values()) sum += own[what] ** 2
    return sum / of.size
  }
  return (
    error / ratings.length +
    interceptWeight * (meanSquare(raters, 'intercept') + meanSquare(items, 'intercept') + mean ** 2) +
    factorWeight * (meanSquare(raters, 'factor') + meanSquare(items, 'factor'))
  )
}

const fewestRatings = 5
const inertia = 0.01

/** What the score says of the item; a status it had is lost only 0.01 beyond the threshold that gave it. */
export function statusOf({ intercept, factor, ratings }: ItemScore, before: Status = 'undecided'): Status {
  const leans = Math.abs(factor)
  const kept = (status: Status) => (before === status ? inertia : 0)
  const isEnough = ratings >= fewestRatings
  if (isEnough && intercept >= 0.4 - kept('helpful') && leans < 0.5 + kept('helpful')) return 'helpful'
  if (isEnough && intercept < -0.05 - 0.8 * leans + kept('rejected')) return 'rejected'
  return 'undecided'
}
