import type { Db } from '#db/open.ts'
import { facetsOf, type ScoreFacet } from './facets.server.ts'
import * as queries from './shares.queries.server.ts'
import {
  type Cell,
  type Comparing,
  type Condition,
  type Counting,
  type Pair,
  pairOf,
  type Series,
  type Spread,
  seriesOf,
  spreadOf,
} from './shares.ts'

/** What a collection says condition by condition. */
export interface Survey {
  conditions: { condition: Condition; n: number }[]
  /** How many conditions more there are than are compared. */
  left: number
  pair: Pair | null
  series: Series[]
  spreads: Spread[]
  /** All that can be chosen. */
  labels: { id: string; name: string }[]
  scores: string[]
}

const mostConditions = 12
const mostAtOnce = 6

/** Shares of labels and scores by condition, with the gap between two. It asks a fixed number of questions, however many transcripts there are. */
export async function surveyOf(db: Db, slug: string, comparing: Comparing): Promise<Survey> {
  const facets = await facetsOf(db, slug)
  const conditions = facets.conditions.slice(0, mostConditions)
  const pair = pairOf(
    conditions.map(({ condition }) => condition),
    comparing,
  )
  const asked: Asked = { db, slug, conditions, pair }
  const chosen = comparing.label !== '' || comparing.score !== ''
  const labels = chosen ? facets.labels.filter(({ id }) => id === comparing.label) : facets.labels.slice(0, mostAtOnce)
  const scores = chosen
    ? facets.scores.filter(({ name }) => name === comparing.score)
    : facets.scores.slice(0, mostAtOnce)
  const words: Series[] = []
  for (const score of scores) if (score.kind !== 'number') words.push(...(await valueSeries(asked, score)))
  const spreads: Spread[] = []
  for (const score of scores) if (score.kind === 'number') spreads.push(await spreadIn(asked, score))
  return {
    conditions,
    left: facets.conditions.length - conditions.length,
    pair,
    series: [...(await labelSeries(asked, labels, comparing.counting)), ...words],
    spreads,
    labels: facets.labels.map(({ id, name }) => ({ id, name })),
    scores: facets.scores.map(({ name }) => name),
  }
}

interface Asked {
  db: Db
  slug: string
  conditions: { condition: Condition; n: number }[]
  pair: Pair | null
}

const mostMachineRows = 500

async function labelSeries(
  { db, slug, conditions, pair }: Asked,
  labels: { id: string; name: string }[],
  counting: Counting,
) {
  if (labels.length === 0) return []
  const ids = labels.map(({ id }) => id)
  const [people, machines] = [
    await queries.selectLabelCounts(db, slug, ids),
    await queries.selectMachineCounts(db, slug, ids, mostMachineRows),
  ]
  return labels.flatMap(({ id, name }) => {
    const own = people.filter((row) => row.label_id === id)
    const cells = conditions.map(({ condition, n }) =>
      countedAs(
        counting,
        own.find((row) => row.condition === condition),
        { condition, n },
      ),
    )
    const byClassifier = Map.groupBy(
      machines.filter((row) => row.label_id === id),
      (row) => row.classifier,
    )
    const said = [...byClassifier].map(([classifier, rows]) =>
      seriesOf({ kind: 'classifier', name, value: classifier, labelId: id }, machineCells(conditions, rows), pair),
    )
    return [seriesOf({ kind: 'label', name, value: null, labelId: id }, cells, pair), ...said]
  })
}

type LabelCounts = Awaited<ReturnType<typeof queries.selectLabelCounts>>[number]

function countedAs(
  counting: Counting,
  row: LabelCounts | undefined,
  { condition, n }: { condition: Condition; n: number },
): Cell {
  if (counting === 'settled') return { condition, yes: row?.settled_on ?? 0, n: row?.settled ?? 0 }
  return { condition, yes: row?.carries ?? 0, n: counting === 'judged' ? (row?.judged ?? 0) : n }
}

function machineCells(
  conditions: Asked['conditions'],
  rows: { condition: Condition; says: number; n: number }[],
): Cell[] {
  return conditions.map(({ condition }) => {
    const row = rows.find((one) => one.condition === condition)
    return { condition, yes: row?.says ?? 0, n: row?.n ?? 0 }
  })
}

const mostValues = 8
const mostValueRows = 400

/** A share for each value of a score, of the transcripts that have the score; of yes or no, only yes. */
async function valueSeries({ db, slug, conditions, pair }: Asked, { name, kind }: ScoreFacet): Promise<Series[]> {
  const rows = await queries.selectValueCounts(db, slug, name, mostValueRows)
  const totals = new Map<Condition, number>()
  for (const { condition, n } of rows) totals.set(condition, (totals.get(condition) ?? 0) + n)
  const values = kind === 'yes or no' ? ['true'] : [...new Set(rows.map(({ value }) => value))].slice(0, mostValues)
  return values.map((value) => {
    const cells = conditions.map(({ condition }) => ({
      condition,
      yes: rows.find((row) => row.condition === condition && row.value === value)?.n ?? 0,
      n: totals.get(condition) ?? 0,
    }))
    return seriesOf({ kind: 'score', name, value: kind === 'yes or no' ? null : value, labelId: null }, cells, pair)
  })
}

const usualBins = 10

async function spreadIn({ db, slug, conditions, pair }: Asked, score: ScoreFacet): Promise<Spread> {
  const [low, high] = [score.low ?? 0, score.high ?? 0]
  const binned = binsOf(low, high)
  const rows = Map.groupBy(await queries.selectBins(db, slug, score.name, binned), ({ condition }) => condition)
  const cells = conditions.map(({ condition }) => ({ condition, ...sampleOf(rows.get(condition) ?? [], binned) }))
  return spreadOf({ name: score.name, low, high }, cells, pair)
}

/** Whole numbers that lie near each other get a bin each. */
function binsOf(low: number, high: number): queries.Bins {
  const isWhole = Number.isInteger(low) && Number.isInteger(high) && high - low <= 11
  if (isWhole) return { low, width: 1, bins: high - low + 1 }
  return { low, width: high === low ? 1 : (high - low) / usualBins, bins: usualBins }
}

function sampleOf(rows: { bin: number; n: number; sum: number; squares: number }[], { low, bins }: queries.Bins) {
  const total = (key: 'n' | 'sum' | 'squares') => rows.reduce((sum, row) => sum + row[key], 0)
  const [n, sum] = [total('n'), total('sum')]
  const counts = Array.from({ length: bins }, (_, bin) => rows.find((row) => row.bin === bin)?.n ?? 0)
  const squares = n === 0 ? 0 : Math.max(0, total('squares') - sum ** 2 / n)
  return { n, mean: n === 0 ? 0 : low + sum / n, squares, bins: counts }
}
