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
    improve(model, ratings)
    const now = lossOf(model, ratings)
    if (error - now < 1e-12) break
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
}

interface Model {
  mean: number
  raters: Map<string, Parameters>
  items: Map<string, Parameters>
}

function startingModel(ratings: readonly Rating[]): Model {
  const random = seededRandom('raters')
  const model: Model = { mean: 0, raters: new Map(), items: new Map() }
  const add = (to: Map<string, Parameters>, id: string) => {
    const known = to.get(id) ?? { intercept: 0, factor: random() - 0.5, count: 0 }
    known.count++
    to.set(id, known)
  }
  for (const { rater, item } of ratings) {
    add(model.raters, rater)
    add(model.items, item)
  }
  return model
}

const both = (model: Model, { rater, item }: Rating) =>
  [model.raters.get(rater) as Parameters, model.items.get(item) as Parameters] as const

/** One round: each kind of parameter is set to what is best while the others stand. */
function improve(model: Model, ratings: readonly Rating[]) {
  const rest = (rating: Rating) => {
    const [u, n] = both(model, rating)
    return rating.value - model.mean - u.intercept - n.intercept - u.factor * n.factor
  }
  const off = ratings.reduce((sum, rating) => sum + rest(rating) + model.mean, 0)
  model.mean = off / (ratings.length * (1 + interceptWeight))
  for (const side of [0, 1] as const) {
    setBest(model, ratings, side, 'intercept', rest)
    setBest(model, ratings, side, 'factor', rest)
  }
}

function setBest(
  model: Model,
  ratings: readonly Rating[],
  side: 0 | 1,
  what: 'intercept' | 'factor',
  rest: (rating: Rating) => number,
) {
  const all = side === 0 ? model.raters : model.items
  const penalty = ((what === 'intercept' ? interceptWeight : factorWeight) * ratings.length) / all.size
  const sums = new Map([...all.values()].map((parameters) => [parameters, { along: 0, square: penalty }]))
  for (const rating of ratings) {
    const own = both(model, rating)[side]
    const slope = what === 'intercept' ? 1 : both(model, rating)[(1 - side) as 0 | 1].factor
    const sum = sums.get(own) as { along: number; square: number }
    sum.along += slope * (rest(rating) + slope * own[what])
    sum.square += slope ** 2
  }
  for (const [parameters, { along, square }] of sums) parameters[what] = along / square
}

/** What the model minimises. */
function lossOf(model: Model, ratings: readonly Rating[]): number {
  const error = ratings.reduce((sum, rating) => {
    const [u, n] = both(model, rating)
    return sum + (rating.value - model.mean - u.intercept - n.intercept - u.factor * n.factor) ** 2
  }, 0)
  const meanSquare = (of: Map<string, Parameters>, what: 'intercept' | 'factor') =>
    [...of.values()].reduce((sum, parameters) => sum + parameters[what] ** 2, 0) / of.size
  const { raters, items, mean } = model
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
