/** Draws as many as there are, with replacement, from kinds that occur so often. */
export function multinomial(counts: readonly number[], random: () => number): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0)
  let weight = left
  return counts.map((count) => {
    const drawn = weight === 0 ? 0 : binomial(left, count / weight, random)
    left -= drawn
    weight -= count
    return drawn
  })
}

/** Below this mean counting up is the faster way; from 10 on the other one holds. */
const fewSuccesses = 12

/** How many of n succeed, in a time that does not grow with n. */
export function binomial(n: number, p: number, random: () => number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(n, 1 - p, random)
  return n * p < fewSuccesses ? countedUp(n, p, random) : drawnAndTested(n, p, random)
}

/** From none upward, taking each number's chance off what was drawn. */
function countedUp(n: number, p: number, random: () => number): number {
  const odds = p / (1 - p)
  let chance = Math.exp(n * Math.log1p(-p))
  let left = random() - chance
  let k = 0
  while (left >= 0 && k < n) {
    chance *= ((n - k) / (k + 1)) * odds
    // Past the mode, what is left is rounding.
    if (chance === 0) break
    left -= chance
    k++
  }
  return k
}

/** Transformed rejection with a squeeze, after W. Hörmann, "The generation of binomial random variates" (1993; BTRS): exact, with about 1.2 tries a draw. */
function drawnAndTested(n: number, p: number, random: () => number): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = 0.0248 * b + 0.01 * p - 0.0873
  const inside = 0.92 - 4.2 / b
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const edge = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5)
    if (edge >= 0.07 && v <= inside) return k
    if (k < 0 || k > n) continue
    const height = Math.log((v * (2.83 + 5.1 / b) * spread) / (a / (edge * edge) + b))
    if (height <= chanceOverMode(n, p, k)) return k
  }
}

/** How likely k is, to the likeliest number: the logarithm. */
function chanceOverMode(n: number, p: number, k: number): number {
  const mode = Math.floor((n + 1) * p)
  const ways = logFactorial(mode) + logFactorial(n - mode) - logFactorial(k) - logFactorial(n - k)
  return ways + (k - mode) * Math.log(p / (1 - p))
}

const small = new Float64Array(128)
for (let n = 2; n < small.length; n++) small[n] = (small[n - 1] as number) + Math.log(n)

/** Looked up below 128; Stirling's series, exact to more digits than a number has, above. */
function logFactorial(n: number): number {
  if (n < small.length) return small[n] as number
  const x = n + 1
  const inverse = 1 / x
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square / 1260))
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
