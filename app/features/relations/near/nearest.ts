import { termsOf } from './terms.ts'

export interface Near {
  /** Which text, by its place among those that were given. */
  at: number
  /** Cosine, to three digits. */
  score: number
}

/** The least cosine at which texts are near by shared words; short ones rarely pass 0.2. */
export const leastByWords = 0.12
/** The same of vectors that a model made. */
export const leastByMeaning = 0.65

/** How many are kept of each: more than are shown, since what is related already, or dismissed, is left out. */
export const mostNear = 24

type Weights = [term: string, weight: number][]

/** TF-IDF: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1) of words and pairs of words, each text's vector of length 1. */
export function weighted(texts: readonly string[]): Weights[] {
  const counted = texts.map(termsOf)
  const df = new Map<string, number>()
  for (const terms of counted) for (const term of terms.keys()) df.set(term, (df.get(term) ?? 0) + 1)
  return counted.map((terms) => {
    // In one order, so that the sums are the same from either side and on every run.
    const sorted = [...terms].sort(([one], [other]) => (one < other ? -1 : 1))
    const raw = sorted.map(([term, tf]): [string, number] => {
      const idf = Math.log((1 + texts.length) / (1 + (df.get(term) ?? 0))) + 1
      return [term, (1 + Math.log(tf)) * idf]
    })
    const length = Math.hypot(...raw.map(([, weight]) => weight))
    return raw.map(([term, weight]) => [term, weight / length])
  })
}

/** Of each text the nearest others by shared words. Only those that share a term are compared. */
export function nearestByWords(texts: readonly string[]): Near[][] {
  const vectors = weighted(texts)
  const having = new Map<string, { at: number; weight: number }[]>()
  for (const [at, vector] of vectors.entries())
    for (const [term, weight] of vector) {
      const some = having.get(term)
      if (some) some.push({ at, weight })
      else having.set(term, [{ at, weight }])
    }
  const sums = new Float64Array(texts.length)
  return vectors.map((vector, own) => {
    const reached: number[] = []
    for (const [term, weight] of vector)
      for (const other of having.get(term) ?? []) {
        if (sums[other.at] === 0) reached.push(other.at)
        sums[other.at] = (sums[other.at] as number) + weight * other.weight
      }
    const found = reached.map((at) => ({ at, score: sums[at] as number }))
    for (const at of reached) sums[at] = 0
    return foremost(found, own, leastByWords)
  })
}

/** Of each vector the nearest others by cosine; vectors of length 1. */
export function nearestByMeaning(vectors: readonly Float32Array[]): Near[][] {
  return vectors.map((vector, own) =>
    foremost(
      vectors.map((other, at) => ({ at, score: dot(vector, other) })),
      own,
      leastByMeaning,
    ),
  )
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number)
  return sum
}

/** The nearest first; of two as near, the one that was given first. */
function foremost(found: readonly Near[], own: number, least: number): Near[] {
  return found
    .filter(({ at, score }) => at !== own && score >= least)
    .map(({ at, score }) => ({ at, score: Math.round(score * 1000) / 1000 }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, mostNear)
}
