export type Corner = [number, number]

/** The corners of the smallest convex outline around points, counter-clockwise (Andrew's monotone chain). */
export function hullOf(points: readonly Corner[]): Corner[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (from: readonly Corner[]) => {
    const chain: Corner[] = []
    for (const point of from) {
      while (chain.length >= 2 && turn(chain.at(-2) as Corner, chain.at(-1) as Corner, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.toReversed())]
}

const turn = (a: Corner, b: Corner, c: Corner) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
