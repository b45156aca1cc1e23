/** How a group voted on one cell; `seen` counts those also who took no side. */
export interface GroupCounts {
  agree: number
  disagree: number
  seen: number
}

/** What makes a group's vote on a cell its own, after Polis: how likely a side is in the group, against the others. */
export interface Representative {
  side: 'agree' | 'disagree'
  /** (A + 1) / (S + 2) */
  p: number
  pTest: number
  /** p within, over p of the others */
  r: number
  rTest: number
  metric: number
}

/** The normal deviate of a one-sided 90 %. */
const z90 = 1.2816

/** (A + 1) / (S + 2): the share of a side, drawn a little to the middle. */
export const likelihood = (chosen: number, seen: number) => (chosen + 1) / (seen + 2)

const proportionTest = (chosen: number, seen: number) => 2 * Math.sqrt(seen + 1) * ((chosen + 1) / (seen + 1) - 0.5)

function twoProportionTest(chosen: number, seen: number, chosenOthers: number, seenOthers: number): number {
  const [a, n, b, m] = [chosen + 1, seen + 1, chosenOthers + 1, seenOthers + 1]
  const pooled = (a + b) / (n + m)
  if (pooled === 1) return 0
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
}

export function representativeOf(
  side: Representative['side'],
  group: GroupCounts,
  others: GroupCounts,
): Representative {
  const p = likelihood(group[side], group.seen)
  const pTest = proportionTest(group[side], group.seen)
  const r = p / likelihood(others[side], others.seen)
  const rTest = twoProportionTest(group[side], group.seen, others[side], others.seen)
  return { side, p, pTest, r, rTest, metric: r * rTest * p * pTest }
}

/** The side on which a cell represents the group: both of its tests pass. The stronger one, should both sides pass. */
export function representing(group: GroupCounts, others: GroupCounts): Representative | undefined {
  return (['agree', 'disagree'] as const)
    .map((side) => representativeOf(side, group, others))
    .filter(({ pTest, rTest }) => pTest > z90 && rTest > z90)
    .sort((a, b) => b.metric - a.metric)[0]
}

/** Group-informed consensus: the product over the groups of how likely each is to agree. */
export const groupConsensus = (groups: readonly GroupCounts[]) =>
  groups.reduce((product, { agree, seen }) => product * likelihood(agree, seen), 1)
