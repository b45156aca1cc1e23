/** What one row of a benchmark says. `reference` is measured in the same run, a round of one after a round of the other, and only the ratio travels between machines. */
export interface BenchRow {
  name: string
  /** The median of the rounds, as are `reference` and `ratio`. */
  value: number
  unit: string
  reference: number
  ratio: number
  /** Of the value, over the rounds. */
  min: number
  median: number
  max: number
  /** Of the time of one request, over all rounds, ms. */
  p50?: number
  p99?: number
}

export interface Compared {
  name: string
  unit: string
  measure(): Promise<number>
  reference(): Promise<number>
  rounds?: number
}

/** Measures both in turn, so that whatever else the machine does meets both. */
export async function compare({ name, unit, measure, reference, rounds = 5 }: Compared): Promise<BenchRow> {
  const values: number[] = []
  const references: number[] = []
  for (let round = 0; round < rounds; round++) {
    values.push(await measure())
    references.push(await reference())
  }
  return rowOf(name, unit, values, references)
}

export function rowOf(name: string, unit: string, values: readonly number[], references: readonly number[]): BenchRow {
  const ratio = middle(values.map((value, i) => value / (references[i] as number)))
  const [value, reference] = [middle(values), middle(references)]
  return { name, value, unit, reference, ratio, min: Math.min(...values), median: value, max: Math.max(...values) }
}

/** Against what it may be at most. */
export const rowAgainst = (name: string, unit: string, values: readonly number[], most: number) =>
  rowOf(
    name,
    unit,
    values,
    values.map(() => most),
  )

export const middle = (values: readonly number[]) => quantile(values, 0.5)

/** The value below which this part of all lies, without going between two. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number
}

/** How long each of so many requests took, one after another, ms; before each, what is to be done and not measured. */
export async function timesOf(address: string, requests: number, before = async () => {}): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < requests; i++) {
    await before()
    const began = performance.now()
    const answer = await fetch(address)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    times.push(performance.now() - began)
  }
  return times
}
