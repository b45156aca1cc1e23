import { seededRandom } from '#app/lib/statistics.ts'
import type { Point } from './principal-components.ts'

export interface Clusters {
  /** For each point the number of its cluster, from 0. */
  of: number[]
  centres: { x: number; y: number }[]
  /** The sum of squared distances from the points to their centres. */
  inertia: number
}

type Place = { x: number; y: number }

/** The best of so many seeded starts by inertia; the starts are drawn far from each other (k-means++). */
export function kMeans(points: readonly Point[], k: number, seed: string, starts = 50): Clusters {
  let best: Clusters | undefined
  for (let start = 0; start < starts; start++) {
    const random = seededRandom(`${seed} ${start}`)
    const found = settle(points, startingCentres(points, k, random))
    // A hair's breadth less is rounding: the earlier start stays.
    if (!best || found.inertia < best.inertia * (1 - 1e-9)) best = found
  }
  return best as Clusters
}

function startingCentres(points: readonly Point[], k: number, random: () => number): Place[] {
  const weights = points.map(({ weight }) => weight)
  const centres = [points[drawn(weights, random)] as Place]
  const far = points.map((point) => distance2(point, centres[0] as Place))
  while (centres.length < k) {
    const next = points[
      drawn(
        far.map((d, i) => d * (weights[i] as number)),
        random,
      )
    ] as Place
    centres.push(next)
    points.forEach((point, i) => {
      far[i] = Math.min(far[i] as number, distance2(point, next))
    })
  }
  return centres
}

/** An index, drawn in proportion to these weights; evenly where all are 0. */
function drawn(weights: readonly number[], random: () => number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = random() * total
  if (total === 0) return Math.floor(random() * weights.length)
  const at = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return at < 0 ? weights.length - 1 : at
}

export const distance2 = (a: Place, b: Place) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

const mostRounds = 100

function settle(points: readonly Point[], start: Place[]): Clusters {
  let centres = start
  let of: number[] = []
  for (let round = 0; round < mostRounds; round++) {
    const now = points.map((point) => nearest(point, centres))
    if (round > 0 && now.every((cluster, i) => cluster === of[i])) break
    of = now
    centres = middles(points, of, centres)
  }
  const inertia = points.reduce(
    (sum, point, i) => sum + point.weight * distance2(point, centres[of[i] as number] as Place),
    0,
  )
  return { of, centres, inertia }
}

export function nearest(point: Place, centres: readonly Place[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < centres.length; i++) {
    const d = distance2(point, centres[i] as Place)
    if (d < least) [best, least] = [i, d]
  }
  return best
}

/** Each cluster's mean; an empty one keeps its centre. */
function middles(points: readonly Point[], of: readonly number[], centres: readonly Place[]): Place[] {
  const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }))
  points.forEach(({ x, y, weight }, i) => {
    const sum = sums[of[i] as number] as Point
    sum.x += weight * x
    sum.y += weight * y
    sum.weight += weight
  })
  return sums.map(({ x, y, weight }, i) => (weight === 0 ? (centres[i] as Place) : { x: x / weight, y: y / weight }))
}
