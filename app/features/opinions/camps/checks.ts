import { seededRandom } from '#app/lib/statistics.ts'
import { adjustedRand } from './cluster-measures.ts'
import { alongFirst, type Partition, partitionInto, pointsOf, smallestCamp, smallestOf } from './partition.ts'
import { type Centred, centred } from './principal-components.ts'
import { fewestMembers, missing, rowsAt, type VoteMatrix } from './vote-matrix.ts'

/** A test that camps must pass to be shown: what was found, and what was asked for. */
export interface Check {
  name: 'members' | 'size' | 'chance' | 'stability'
  value: number
  bound: number
  passed: boolean
}

const highestP = 0.05
const leastAgreement = 0.6

export const enoughMembers = (members: number): Check => ({
  name: 'members',
  value: members,
  bound: fewestMembers,
  passed: members >= fewestMembers,
})

/** Enough members; no tiny camp; more structure than votes shuffled within each cell show; and the same camps when members are drawn anew. */
export function checksOf(matrix: VoteMatrix, found: Partition | undefined): Check[] {
  const members = matrix.members.length
  const enough = enoughMembers(members)
  if (!found || !enough.passed) return [enough]
  const smallest = smallestOf(found)
  const sample = sampleOf(members, matrix.cells.length)
  const p = chanceOf(rowsAt(matrix, sample))
  const agreement = stabilityOf(matrix, sample, found)
  return [
    enough,
    { name: 'size', value: smallest, bound: smallestCamp, passed: smallest >= smallestCamp },
    { name: 'chance', value: p, bound: highestP, passed: p <= highestP },
    { name: 'stability', value: agreement, bound: leastAgreement, passed: agreement >= leastAgreement },
  ]
}

const mostSampled = 2000
const mostEntries = 200_000

/** At most 2,000 of so many, fewer above 100 cells; each member as likely as any other. */
function sampleOf(members: number, cells: number): number[] {
  const all = Array.from({ length: members }, (_, i) => i)
  const size = Math.min(mostSampled, Math.floor(mostEntries / cells))
  if (members <= size) return all
  return shuffled(all, seededRandom('sample'))
    .slice(0, size)
    .sort((a, b) => a - b)
}

function shuffled<T>(values: T[], random: () => number): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i] as T
    values[i] = values[j] as T
    values[j] = kept
  }
  return values
}

const permutations = 199

/** How often votes shuffled within each cell, among those who voted on it, lie as much along one line: p of the permutation test. */
function chanceOf(matrix: VoteMatrix): number {
  const x = centred(matrix)
  const observed = alongFirst(x)
  const voters = matrix.cells.map((_, cell) =>
    Int32Array.from(matrix.members.keys().filter((member) => matrix.values[member * x.columns + cell] !== missing)),
  )
  const random = seededRandom('permutations')
  let asMuch = 0
  for (let i = 0; i < permutations; i++) {
    permute(x, voters, random)
    if (alongFirst(x) >= observed) asMuch++
  }
  return (asMuch + 1) / (permutations + 1)
}

/** In place: a shuffled column has the same mean, so it stays centred. */
function permute(x: Centred, voters: readonly Int32Array[], random: () => number) {
  voters.forEach((members, cell) => {
    for (let i = members.length - 1; i > 0; i--) {
      const a = cell * x.rows + (members[i] as number)
      const b = cell * x.rows + (members[Math.floor(random() * (i + 1))] as number)
      const kept = x.values[a] as number
      x.values[a] = x.values[b] as number
      x.values[b] = kept
    }
  })
}

const resamples = 100
const startsEach = 10

/** The median adjusted Rand index between the camps found and those found again among members drawn with replacement. */
function stabilityOf(matrix: VoteMatrix, sample: readonly number[], found: Partition): number {
  const random = seededRandom('resamples')
  const indices = Array.from({ length: resamples }, (_, i) => {
    const drawn = sample.map(() => sample[Math.floor(random() * sample.length)] as number).sort((a, b) => a - b)
    const again = partitionInto(pointsOf(rowsAt(matrix, drawn)), found.k, `resample ${i}`, startsEach)
    const once = drawn.map((member, at) => ({ member, at })).filter(({ member, at }) => member !== drawn[at - 1])
    return adjustedRand(
      once.map(({ member }) => found.of[member] as number),
      once.map(({ at }) => again.of[at] as number),
    )
  }).sort((a, b) => a - b)
  return ((indices[resamples / 2 - 1] as number) + (indices[resamples / 2] as number)) / 2
}
