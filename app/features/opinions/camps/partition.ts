import { silhouette } from './cluster-measures.ts'
import { kMeans, nearest } from './k-means.ts'
import {
  type Centred,
  centred,
  type Point,
  placesOf,
  principalComponents,
  steps,
  timesScatter,
} from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Where the members of a matrix stand on its first two components. */
export function pointsOf(matrix: VoteMatrix, mostSteps = steps.few): Point[] {
  const x = centred(matrix)
  return placesOf(matrix, x, principalComponents(timesScatter(x, mostSteps), x.columns, mostSteps))
}

/** How much of the scatter lies along the first component: as much as a few steps find, whatever is shuffled. */
export function alongFirst(x: Centred): number {
  return principalComponents(timesScatter(x, steps.fewest), x.columns, steps.fewest)[0]?.value ?? 0
}

export interface Partition {
  k: number
  of: number[]
}

const directUpTo = 5000
const baseClusters = 100

/** The partition with the best silhouette, of k from 2 to min(5, 2 + ⌊n / 12⌋): of those without a tiny camp, where there are any, since one with such a camp is never shown. */
export function bestPartition(points: readonly Point[]): Partition {
  const most = Math.min(5, 2 + Math.floor(points.length / 12))
  const base = basePoints(points)
  const tried = Array.from({ length: most - 1 }, (_, i) => i + 2).map((k) => {
    const { of, centres } = kMeans(base, k, `camps ${k}`)
    const partition = inOrder(points, k, centres)
    return { partition, value: silhouette(base, of, k), isTiny: smallestOf(partition) < smallestCamp }
  })
  const best = tried.reduce((a, b) => {
    if (a.isTiny !== b.isTiny) return a.isTiny ? b : a
    return b.value > a.value + 1e-12 ? b : a
  })
  return best.partition
}

export const smallestCamp = 5

/** How many members the smallest camp has. */
export function smallestOf({ k, of }: Partition): number {
  const sizes = new Array<number>(k).fill(0)
  for (const camp of of) sizes[camp] = (sizes[camp] as number) + 1
  return Math.min(...sizes)
}

/** The partition into k, without asking whether k is right. */
export function partitionInto(points: readonly Point[], k: number, seed = `camps ${k}`, starts?: number): Partition {
  return inOrder(points, k, kMeans(basePoints(points), k, seed, starts).centres)
}

/** The points themselves; of more than 5,000 the centres of 100 clusters, with their weights. */
function basePoints(points: readonly Point[]): readonly Point[] {
  if (points.length <= directUpTo) return points
  const { of, centres } = kMeans(points, baseClusters, 'base', 1)
  const weights = centres.map(() => 0)
  for (const cluster of of) weights[cluster] = (weights[cluster] as number) + 1
  return centres.map((centre, i) => ({ ...centre, weight: weights[i] as number })).filter(({ weight }) => weight > 0)
}

/** The largest first; of equal ones the one further to the left. */
function inOrder(points: readonly Point[], k: number, centres: readonly { x: number; y: number }[]): Partition {
  const of = points.map((point) => nearest(point, centres))
  const sizes = centres.map((_, cluster) => of.filter((one) => one === cluster).length)
  const order = centres
    .map((_, cluster) => cluster)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || (centres[a]?.x ?? 0) - (centres[b]?.x ?? 0))
  return { k, of: of.map((cluster) => order.indexOf(cluster)) }
}
