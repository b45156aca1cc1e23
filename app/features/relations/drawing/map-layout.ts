import { nodeKey } from '../node.ts'
import { linesOf, widthIn } from './name-lines.ts'
import type { MapLink, MapNode, TwoSteps } from './two-steps.ts'

/** A node in its place: a box with its name in it, in the units of the drawing. */
export interface Placed {
  node: MapNode
  /** Its name, in two at most. */
  lines: string[]
  /** Where it begins, and the middle of its height. */
  x: number
  y: number
  width: number
  height: number
  /** 1 where it stands to the right of the middle, −1 to the left, 0 in the middle. */
  side: -1 | 0 | 1
}

/** A line between two boxes; `isBranch` where it leads from a node to what is drawn behind it. */
export interface Line {
  link: MapLink
  path: string
  isBranch: boolean
}

export interface MapLayout {
  width: number
  height: number
  nodes: Placed[]
  lines: Line[]
}

export const lineHeight = 15
const aroundLines = 9
const betweenBoxes = 6
const charWidth = 7.2
const boldWidth = 8.2
/** Where the words in a box begin, after the mark of its group. */
export const wordsStart = 22
const padding = 28
const gap = 36
/** Of a name on one line. */
const mostBeside = 24
/** Where nothing stands beside it. */
const mostAlone = 30

/** Lays a map out around its middle: neighbours to the right and left in the order of their groups, what lies behind each beside it; every name has a row of its own, so that none covers another. Nothing is drawn by lot. */
export function layOut({ nodes, links }: TwoSteps): MapLayout {
  const [center, ...others] = nodes.map((node) => boxed(node, mostBeside)) as [Placed, ...Placed[]]
  const near = others.filter(({ node }) => node.step === 1)
  const behind = Map.groupBy(
    others.filter(({ node }) => node.step === 2),
    ({ node }) => node.through,
  )
  const roomOf = (one: Placed) => Math.max(rowOf(one), rowsOf(behind.get(nodeKey(one.node)) ?? []))
  const all = near.reduce((sum, one) => sum + roomOf(one), 0)
  let room = 0
  const [right, left]: [Placed[], Placed[]] = [[], []]
  for (const one of near) {
    ;(room < all / 2 ? right : left).push(one)
    room += roomOf(one)
  }
  const heights = [right, left].map((side) => side.reduce((sum, one) => sum + roomOf(one), 0))
  const height = Math.max(leastHeight, ...heights)
  center.y = height / 2
  const offset = center.width / 2 + gap
  placeSide(right, 1, offset, (height - (heights[0] ?? 0)) / 2, behind)
  placeSide(left, -1, offset, (height - (heights[1] ?? 0)) / 2, behind)
  return framed([center, ...others], links, height)
}

const leastHeight = 60
const indent = 22

/** The same for a narrow screen: one row below the other, what lies behind a node set in below it. Other relations are in the table alone. */
export function layOutNarrow({ nodes, links }: TwoSteps): MapLayout {
  const [center, ...others] = nodes.map((node) => boxed(node, mostAlone)) as [Placed, ...Placed[]]
  const near = others.filter(({ node }) => node.step === 1)
  const inRows = [
    center,
    ...near.flatMap((one) => [one, ...others.filter(({ node }) => node.through === nodeKey(one.node))]),
  ]
  let height = 0
  for (const one of inRows) {
    one.x = 4 + one.node.step * indent
    one.y = height + rowOf(one) / 2
    height += rowOf(one)
  }
  const byKey = new Map(inRows.map((one) => [nodeKey(one.node), one]))
  const lines = links.flatMap((link) => {
    const [from, to] = [byKey.get(link.from), byKey.get(link.to)]
    if (!from || !to) return []
    const [inner, outer] = from.node.step <= to.node.step ? [from, to] : [to, from]
    if (outer.node.through !== nodeKey(inner.node)) return []
    return [{ link, isBranch: true, path: `M${inner.x + 10} ${inner.y}V${outer.y}H${outer.x}` }]
  })
  const width = Math.max(...inRows.map((one) => one.x + one.width)) + 4
  return { width, height, nodes: inRows, lines }
}

function boxed(node: MapNode, most: number): Placed {
  const lines = linesOf(node.name, most)
  const widest = Math.max(...lines.map(widthIn))
  const width = Math.ceil(widest * (node.step === 0 ? boldWidth : charWidth)) + padding
  return { node, lines, x: 0, y: 0, width, height: lines.length * lineHeight + aroundLines, side: 0 }
}

const rowOf = ({ height }: Placed) => height + betweenBoxes
const rowsOf = (all: Placed[]) => all.reduce((sum, one) => sum + rowOf(one), 0)

/** Two columns on a side of the middle; `x` of a box is where it begins, seen from the middle. */
function placeSide(near: Placed[], side: 1 | -1, offset: number, top: number, behind: Map<string, Placed[]>) {
  const widest = Math.max(0, ...near.map(({ width }) => width))
  let y = top
  for (const one of near) {
    const further = behind.get(nodeKey(one.node)) ?? []
    const room = Math.max(rowOf(one), rowsOf(further))
    put(one, side, offset, y + room / 2)
    let at = y + (room - rowsOf(further)) / 2
    for (const other of further) {
      put(other, side, offset + widest + gap, at + rowOf(other) / 2)
      at += rowOf(other)
    }
    y += room
  }
}

function put(one: Placed, side: 1 | -1, offset: number, y: number) {
  one.side = side
  one.x = side === 1 ? offset : -offset - one.width
  one.y = y
}

/** Moves everything into a frame that begins at 0, and draws the lines. */
function framed(nodes: Placed[], links: readonly MapLink[], height: number): MapLayout {
  const [center] = nodes as [Placed]
  center.x = -center.width / 2
  const start = Math.min(...nodes.map(({ x }) => x)) - 8
  const end = Math.max(...nodes.map(({ x, width }) => x + width)) + 8
  for (const one of nodes) one.x -= start
  const byKey = new Map(nodes.map((one) => [nodeKey(one.node), one]))
  const lines = links.flatMap((link) => {
    const [from, to] = [byKey.get(link.from), byKey.get(link.to)]
    return from && to ? [lineOf(link, from, to)] : []
  })
  return { width: Math.ceil(end - start), height: Math.ceil(height), nodes, lines }
}

function lineOf(link: MapLink, from: Placed, to: Placed): Line {
  const [inner, outer] = from.node.step <= to.node.step ? [from, to] : [to, from]
  const isBranch = outer.node.through === nodeKey(inner.node)
  return { link, isBranch, path: isBranch ? branch(inner, outer) : arc(inner, outer) }
}

const rounded = (...numbers: number[]) => numbers.map((n) => Math.round(n * 10) / 10).join(' ')

/** From the outer side of one box to the inner side of the other. */
function branch(inner: Placed, outer: Placed): string {
  const [x1, x2] = outer.side === 1 ? [inner.x + inner.width, outer.x] : [inner.x, outer.x + outer.width]
  const middle = (x1 + x2) / 2
  return `M${rounded(x1, inner.y)}C${rounded(middle, inner.y)} ${rounded(middle, outer.y)} ${rounded(x2, outer.y)}`
}

/** Between boxes that stand elsewhere: from middle to middle, behind the boxes. */
function arc(one: Placed, other: Placed): string {
  const [x1, x2] = [one.x + one.width / 2, other.x + other.width / 2]
  const bend = one.side === other.side ? one.side * 40 : 0
  const middle = (x1 + x2) / 2 + bend
  return `M${rounded(x1, one.y)}Q${rounded(middle, (one.y + other.y) / 2)} ${rounded(x2, other.y)}`
}
