import type { Claim } from '#app/features/claims/claim.ts'
import { lengthOf, shortened, thousands } from '#app/lib/text.ts'
import { type Box, box, colours, drawn, hues, sheet } from '#app/ui/picture/boxes.ts'
import { withNotes } from '#app/ui/picture/undrawn.ts'
import { shapeOf } from '#app/ui/plots/shapes.ts'
import type { Tally } from '../tally.ts'
import { rowsOf } from '../tally-words.ts'
import { type PicturedRow, plotSvg, plotWidth, rowGap } from './plot-svg.ts'

/** What a picture of a claim shows: its statement, and where people stand on the framings that most have judged. */
export interface PicturedClaim {
  statement: string
  ends: [string, string]
  voters: number
  /** Of the first three, those that somebody judged from. */
  standpoints: { name: string; mark: number }[]
  rows: PicturedRow[]
  hidden: number
}

const mostStandpoints = 3
const mostLanes = 9
const mostRows = 5

export function picturedClaim(claim: Claim, tally: Tally): PicturedClaim {
  const isSeenFrom = ({ id }: { id: string }) => tally.cells.some((cell) => cell.standpointId === id && cell.n > 0)
  const seen = claim.standpoints.slice(0, mostStandpoints).filter((one, i) => i === 0 || isSeenFrom(one))
  const marks = seen.map((one) => claim.standpoints.indexOf(one))
  // Beside a long statement there is less room.
  const lanes = claim.statement.length > 110 ? mostLanes - 3 : mostLanes
  const room = Math.min(mostRows, Math.floor(lanes / seen.length))
  const rows = rowsOf(claim, tally).map(({ name, hue, dots }) => ({
    name,
    hue,
    dots: dots
      .filter(({ mark }) => marks.includes(mark))
      .map(({ mark, share, low, high, n }) => ({ mark, share, low, high, n })),
  }))
  const judgedBy = ({ dots }: PicturedRow) => dots[0]?.n ?? 0
  return {
    statement: claim.statement,
    ends: claim.kind === 'proposition' ? ['it does not hold', 'it holds'] : ['misfits', 'fits'],
    voters: tally.voters,
    standpoints: seen.map(({ name }, i) => ({ name, mark: marks[i] as number })),
    rows: rows.toSorted((a, b) => judgedBy(b) - judgedBy(a)).slice(0, room),
    hidden: Math.max(0, rows.length - room),
  }
}

export function claimPicture(claim: PicturedClaim, undrawn: ReadonlySet<string>): Box {
  const noted = (text: string) => withNotes(text, undrawn)
  const { statement, rows, standpoints, hidden, voters } = claim
  const more = hidden > 0 ? ` · and ${hidden} more ${hidden === 1 ? 'framing' : 'framings'}` : ''
  const from = `${voters === 1 ? '1 member' : `${thousands(voters)} members`} voted${more}`
  const lane = laneFor(rows)
  const plot = rows.length > 0 ? [plotBox(claim, lane, noted)] : []
  const legend = standpoints.length > 1 ? [legendBox(standpoints, noted)] : []
  return sheet([statementBox(noted(statement), laneCount(rows) > 6), ...plot, ...legend], from)
}

const laneCount = (rows: readonly PicturedRow[]) => rows.reduce((sum, { dots }) => sum + dots.length, 0)

/** px: few lanes are high, many low. */
const laneFor = (rows: readonly PicturedRow[]) => Math.max(26, Math.min(44, Math.floor(190 / laneCount(rows))))

function statementBox(statement: string, isTight: boolean): Box {
  const text = shortened(statement, 170)
  const length = lengthOf(text)
  const fontSize = length < 60 ? 52 : length < 110 ? 44 : 36
  const style = { flexGrow: 1, alignItems: 'center', color: colours.ink, fontWeight: 600, lineHeight: 1.2 }
  return box({ ...style, fontSize: isTight ? Math.min(fontSize, 42) : fontSize, wordBreak: 'break-word' }, text)
}

const nameWidth = 330
const countWidth = 96

function plotBox({ rows, ends }: PicturedClaim, lane: number, noted: (text: string) => string): Box {
  const small = { color: colours.soft, fontSize: 20 }
  const axis = box({ ...small, justifyContent: 'space-between', marginLeft: nameWidth, width: plotWidth }, [
    box({}, `0 ${ends[0]}`),
    box({}, `${ends[1]} 1`),
  ])
  const names = rows.map(({ name, hue, dots }) => {
    const style = {
      height: dots.length * lane + rowGap,
      width: nameWidth - 16,
      alignItems: 'center',
      overflow: 'hidden',
    }
    const text = shortened(noted(name), dots.length > 1 ? 44 : 26)
    return box({ ...style, fontSize: 25, lineHeight: 1.1, fontWeight: 600, color: hues[hue] as string }, text)
  })
  const counts = rows.map(({ dots }) => {
    const lanes = dots.map(({ n }) =>
      box({ ...small, height: lane, alignItems: 'center' }, n > 0 ? `n = ${n}` : 'no votes'),
    )
    return box({ flexDirection: 'column', padding: `${rowGap / 2}px 0` }, lanes)
  })
  const column = { flexDirection: 'column' }
  return box({ ...column, flexShrink: 0, padding: '14px 0' }, [
    axis,
    box({}, [
      box({ ...column, width: nameWidth }, names),
      plotSvg(rows, lane),
      box({ ...column, width: countWidth, paddingLeft: 14 }, counts),
    ]),
  ])
}

function legendBox(standpoints: PicturedClaim['standpoints'], noted: (text: string) => string): Box {
  const of = standpoints.map(({ name, mark }) =>
    box({ alignItems: 'center', gap: 8 }, [markBox(mark), box({}, shortened(noted(name), 34))]),
  )
  return box({ color: colours.soft, fontSize: 21, gap: 34, padding: '0 0 16px', flexShrink: 0 }, of)
}

const markBox = (mark: number) => drawn(markSvg(mark), 20, 20)

function markSvg(mark: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16" width="20" height="20"><path d="${shapeOf(mark)}" fill="${colours.soft}"/></svg>`
}
