import type { TurnRole } from '../transcript.ts'

/** What tells two turns apart. */
export interface TurnKey {
  role: TurnRole
  /** The same for the same words. */
  words: string
}

/** Turns of two transcripts that stand in one row, by number; null where one has none. */
export interface Pair {
  left: number | null
  right: number | null
  isSame: boolean
}

// Of so many pairs each is looked at; beyond that only what begins and ends alike is known to be the same.
const mostCompared = 1_000_000

/** Lines two transcripts up: the same turns stand beside each other, and what lies between them in order, role by role. */
export function pairTurns(left: TurnKey[], right: TurnKey[]): Pair[] {
  const same = sameTurns(left, right)
  const pairs: Pair[] = []
  let [l, r] = [0, 0]
  for (const [nextL, nextR] of [...same, [left.length, right.length] as const]) {
    pairs.push(...pairBetween(left, right, [l, nextL], [r, nextR]))
    if (nextL < left.length && nextR < right.length) pairs.push({ left: nextL, right: nextR, isSame: true })
    ;[l, r] = [nextL + 1, nextR + 1]
  }
  return pairs
}

const isSame = (one: TurnKey | undefined, other: TurnKey | undefined) =>
  one !== undefined && other !== undefined && one.role === other.role && one.words === other.words

function sameTurns(left: TurnKey[], right: TurnKey[]): (readonly [number, number])[] {
  const most = Math.min(left.length, right.length)
  let [begin, end] = [0, 0]
  while (begin < most && isSame(left[begin], right[begin])) begin++
  while (end < most - begin && isSame(left[left.length - 1 - end], right[right.length - 1 - end])) end++
  const middle = longestCommon(left.slice(begin, left.length - end), right.slice(begin, right.length - end))
  return [
    ...Array.from({ length: begin }, (_, i) => [i, i] as const),
    ...middle.map(([l, r]) => [begin + l, begin + r] as const),
    ...Array.from({ length: end }, (_, i) => [left.length - end + i, right.length - end + i] as const),
  ]
}

/** The longest common subsequence, by the usual table. */
function longestCommon(left: TurnKey[], right: TurnKey[]): [number, number][] {
  if (left.length * right.length > mostCompared) return []
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const at = (l: number, r: number) => lengths[l * width + r] as number
  for (let l = left.length - 1; l >= 0; l--)
    for (let r = right.length - 1; r >= 0; r--)
      lengths[l * width + r] = isSame(left[l], right[r]) ? at(l + 1, r + 1) + 1 : Math.max(at(l + 1, r), at(l, r + 1))
  const found: [number, number][] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    if (isSame(left[l], right[r])) found.push([l++, r++])
    else if (at(l + 1, r) >= at(l, r + 1)) l++
    else r++
  }
  return found
}

type Range = readonly [from: number, to: number]

function pairBetween(left: TurnKey[], right: TurnKey[], [l, endL]: Range, [r, endR]: Range): Pair[] {
  const pairs: Pair[] = []
  while (l < endL || r < endR) {
    const isPair = l < endL && r < endR && left[l]?.role === right[r]?.role
    const takesLeft = isPair || r >= endR || (l < endL && endL - l >= endR - r)
    const takesRight = isPair || !takesLeft
    pairs.push({ left: takesLeft ? l++ : null, right: takesRight ? r++ : null, isSame: false })
  }
  return pairs
}
