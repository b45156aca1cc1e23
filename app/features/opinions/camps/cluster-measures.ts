import { distance2 } from './k-means.ts'
import type { Point } from './principal-components.ts'

/** Rousseeuw's silhouette, averaged over all members: 1 well apart, 0 no border to see. Members at one point are at distance 0 of each other. */
export function silhouette(points: readonly Point[], of: readonly number[], k: number): number {
  const sizes = new Float64Array(k)
  points.forEach(({ weight }, i) => {
    sizes[of[i] as number] = (sizes[of[i] as number] as number) + weight
  })
  const sums = new Float64Array(k)
  let total = 0
  points.forEach((point, i) => {
    sums.fill(0)
    points.forEach((other, j) => {
      const to = of[j] as number
      sums[to] = (sums[to] as number) + other.weight * Math.sqrt(distance2(point, other))
    })
    total += point.weight * silhouetteOf(sums, sizes, of[i] as number)
  })
  return total / points.reduce((sum, { weight }) => sum + weight, 0)
}

function silhouetteOf(sums: Float64Array, sizes: Float64Array, own: number): number {
  const size = sizes[own] as number
  if (size <= 1) return 0
  const within = (sums[own] as number) / (size - 1)
  let between = Number.POSITIVE_INFINITY
  for (let other = 0; other < sums.length; other++)
    if (other !== own && (sizes[other] as number) > 0)
      between = Math.min(between, (sums[other] as number) / (sizes[other] as number))
  const larger = Math.max(within, between)
  return larger === 0 || between === Number.POSITIVE_INFINITY ? 0 : (between - within) / larger
}

/** Hubert and Arabie's adjusted Rand index of two partitions of the same things: 1 the same, about 0 by chance. */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const both = new Map<string, number>()
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()]
  const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
  a.forEach((cluster, i) => {
    add(both, `${cluster} ${b[i]}`)
    add(ofA, cluster)
    add(ofB, b[i] as number)
  })
  const pairs = (counts: Map<unknown, number>) => [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const all = (a.length * (a.length - 1)) / 2
  const expected = (pairs(ofA) * pairs(ofB)) / all
  const most = (pairs(ofA) + pairs(ofB)) / 2
  return most === expected ? 1 : (pairs(both) - expected) / (most - expected)
}
