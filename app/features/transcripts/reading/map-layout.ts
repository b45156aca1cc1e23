import type { TurnRole } from '../transcript.ts'
import type { MarkPlace, TurnSize } from './reading.server.ts'

export const mapHeight = 1000
const mostRows = 125
const mostBands = 400
// A turn takes room by its own line, too, however short it is.
const headLength = 120

/** Neighbouring turns of one role. */
export interface Band {
  role: TurnRole
  top: number
  height: number
}

/** Marks that lie too near each other to be told apart on the map. */
export interface MapRow {
  top: number
  turn: number
  id: string
  count: number
  disputed: number
}

export interface MapLayout {
  bands: Band[]
  rows: MapRow[]
  rowHeight: number
  /** What of the whole is on this page. */
  shown: { top: number; height: number } | null
}

/** Where turns, marks and disputes lie along a transcript, from 0 to 1,000 by length. */
export function layOutMap(sizes: TurnSize[], marks: MarkPlace[], disputed: ReadonlySet<string>, shown: number[]) {
  const tops = topsOf(sizes)
  const topOf = (turn: number) => tops[turn] ?? mapHeight
  const [first, last] = [shown[0], shown.at(-1)]
  const isPart = first !== undefined && last !== undefined && shown.length < sizes.length
  const layout: MapLayout = {
    bands: bandsOf(sizes, topOf),
    rows: rowsOf(marks, disputed, (mark) => placeOf(mark, sizes, topOf)),
    rowHeight: mapHeight / mostRows,
    shown: isPart ? { top: topOf(first), height: topOf(last + 1) - topOf(first) } : null,
  }
  return layout
}

function topsOf(sizes: TurnSize[]): number[] {
  const all = sizes.reduce((sum, { length }) => sum + length + headLength, 0)
  let before = 0
  return sizes.map(({ length }) => {
    const top = (before / all) * mapHeight
    before += length + headLength
    return top
  })
}

function bandsOf(sizes: TurnSize[], topOf: (turn: number) => number): Band[] {
  const bands: Band[] = []
  for (const { role, position } of sizes) {
    const last = bands.at(-1)
    const end = topOf(position + 1)
    if (last?.role === role) last.height = end - last.top
    else bands.push({ role, top: topOf(position), height: end - topOf(position) })
  }
  return bands.length > mostBands ? [] : bands
}

function placeOf({ turn, offset }: MarkPlace, sizes: TurnSize[], topOf: (turn: number) => number): number {
  const length = sizes[turn]?.length ?? 0
  const share = (headLength + offset) / (headLength + length)
  return topOf(turn) + (topOf(turn + 1) - topOf(turn)) * Math.min(1, share)
}

function rowsOf(marks: MarkPlace[], disputed: ReadonlySet<string>, placeOf: (mark: MarkPlace) => number): MapRow[] {
  const rows = new Map<number, MapRow>()
  for (const mark of marks) {
    const row = Math.min(mostRows - 1, Math.floor((placeOf(mark) / mapHeight) * mostRows))
    const isDisputed = disputed.has(mark.id)
    const there = rows.get(row) ?? { ...mark, top: (row / mostRows) * mapHeight, count: 0, disputed: 0 }
    // A link to several leads to the first dispute among them.
    const led = isDisputed && there.disputed === 0 ? mark : there
    rows.set(row, {
      ...{ top: there.top, turn: led.turn, id: led.id },
      count: there.count + 1,
      disputed: there.disputed + Number(isDisputed),
    })
  }
  return [...rows.values()]
}
