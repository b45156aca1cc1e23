import { scaleLinear } from 'd3-scale'
import { dayMs } from '#app/lib/clock.ts'
import { counted } from '#app/ui/plain.tsx'
import { hundredths } from '#app/ui/plots/standpoint-plot.tsx'
import type { CellDay } from './days.ts'

interface Props {
  id: string
  /** "goal guarding, relative to Intent_1" */
  name: string
  hue: number
  /** In their order. */
  days: readonly CellDay[]
  /** In how many it changed; more than are drawn, where there are many. */
  dayCount: number
  /** The last day that is over. */
  through: string
}

/** Units of the drawing, near 1 px on a phone. */
const size = { width: 320, height: 96, left: 22, right: 314, top: 8, bottom: 76 }
const y = scaleLinear([0, 1], [size.bottom, size.top])

/** The share of "fits" at each day's end, with its interval as a band. It stays as it was until the next day in which somebody voted. */
export function DaysPlot({ id, name, hue, days, dayCount, through }: Props) {
  const first = days[0]?.day ?? through
  const x = scaleLinear([timeOf(first), timeOf(through) + dayMs], [size.left, size.right])
  const runs = runsOf(days, through)
  return (
    <svg
      className={`days-plot hue-${hue}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{`The share that says “${name}” fits, from ${first} to ${through}`}</title>
      <desc>{described(days, dayCount)}</desc>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={size.left} x2={size.right} y1={y(share)} y2={y(share)} />
          <text x={size.left - 5} y={y(share) + 4} textAnchor="end">
            {share === 0.5 ? '½' : share}
          </text>
        </g>
      ))}
      {runs.map((steps) => (
        <g key={steps[0]?.from}>
          <path className="band" d={bandOf(steps, x)} />
          <path className="line" d={stepsOf(steps, x, 'share')} />
        </g>
      ))}
      <text x={size.left} y={size.height - 4}>
        {first}
      </text>
      <text x={size.right} y={size.height - 4} textAnchor="end">
        {through}
      </text>
    </svg>
  )
}

interface Step {
  from: number
  to: number
  share: number
  low: number
  high: number
}

type Scale = (time: number) => number

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Stretches in which somebody judged; where nobody did there is no line. */
function runsOf(days: readonly CellDay[], through: string): Step[][] {
  const runs: Step[][] = []
  let run: Step[] = []
  for (const [i, { day, share, low, high }] of days.entries()) {
    const next = days[i + 1]
    const to = next ? timeOf(next.day) : timeOf(through) + dayMs
    if (share !== null && low !== null && high !== null) run.push({ from: timeOf(day), to, share, low, high })
    if (run.length > 0 && (share === null || !next)) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

const at = (value: number) => Math.round(value * 10) / 10

function cornersOf(steps: readonly Step[], x: Scale, which: 'share' | 'low' | 'high'): string[] {
  return steps.flatMap((step) => [step.from, step.to].map((time) => `${at(x(time))} ${at(y(step[which]))}`))
}

const stepsOf = (steps: readonly Step[], x: Scale, which: 'share') => `M${cornersOf(steps, x, which).join('L')}`

const bandOf = (steps: readonly Step[], x: Scale) =>
  `M${[...cornersOf(steps, x, 'high'), ...cornersOf(steps, x, 'low').reverse()].join('L')}Z`

function described(days: readonly CellDay[], dayCount: number): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return 'Nothing is known yet.'
  const said = (one: CellDay) => `${hundredths(one.share)} of ${one.n} on ${one.day}`
  return `${said(first)}; ${said(last)}. It changed on ${counted(dayCount, 'day')}.`
}
