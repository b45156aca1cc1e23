import { type Box, colours, drawn, hues } from '#app/ui/picture/boxes.ts'
import { shapeOf } from '#app/ui/plots/shapes.ts'

interface PicturedDot {
  mark: number
  /** Null: nobody judged it from there. */
  share: number | null
  low: number | null
  high: number | null
  n: number
}

export interface PicturedRow {
  name: string
  hue: number
  dots: PicturedDot[]
}

/** px */
export const rowGap = 14
export const plotWidth = 620
const margin = 20
const few = 5

const across = (share: number) => margin + share * (plotWidth - 2 * margin)

/** The signature plot, all rows in one: as ui/plots/standpoint-plot.tsx draws each on a page. */
export function plotSvg(rows: readonly PicturedRow[], lane: number): Box {
  let top = 0
  const drawnRows = rows.map((row) => {
    const html = rowSvg(row, lane, top + rowGap / 2)
    top += row.dots.length * lane + rowGap
    return html
  })
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const dashes = share % 0.5 === 0 ? '' : ' stroke-dasharray="2 6"'
    return line(across(share), 0, across(share), top, `stroke="${colours.rule}" stroke-width="2"${dashes}`)
  })
  const size = `width="${plotWidth}" height="${top}" viewBox="0 0 ${plotWidth} ${top}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${grid.join('')}${drawnRows.join('')}</svg>`
  return drawn(svg, plotWidth, top)
}

function rowSvg({ hue, dots }: PicturedRow, lane: number, top: number): string {
  const colour = hues[hue] as string
  const size = lane > 34 ? 2.2 : 1.6
  const placed = dots.flatMap((dot, i) =>
    dot.share === null ? [] : [{ ...dot, x: across(dot.share), y: top + (i + 0.5) * lane }],
  )
  const joins = placed.slice(1).map(({ x, y }, i) => {
    const from = placed[i] as (typeof placed)[number]
    return line(from.x, from.y, x, y, `stroke="${colour}" stroke-width="3"`)
  })
  const whiskers = placed.flatMap(({ low, high, y }) => {
    const [x1, x2] = [across(low ?? 0), across(high ?? 1)]
    const style = `stroke="${colour}" stroke-width="2" opacity="0.55"`
    return [line(x1, y, x2, y, style), line(x1, y - 5, x1, y + 5, style), line(x2, y - 5, x2, y + 5, style)]
  })
  const marks = placed.map(({ mark, n, x, y }) => {
    const [fill, stroke] = n < few ? [colours.paper, colour] : [colour, colours.paper]
    return `<path transform="translate(${x} ${y}) scale(${size})" d="${shapeOf(mark)}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`
  })
  return [...joins, ...whiskers, ...marks].join('')
}

const line = (x1: number, y1: number, x2: number, y2: number, style: string) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${style}/>`
