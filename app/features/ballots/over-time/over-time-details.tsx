import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import { counted } from '#app/ui/plain.tsx'
import { Mark } from '#app/ui/plots/marks.tsx'
import { PlotFiles } from '#app/ui/plots/plot-files.tsx'
import { numbers, PlotTwin } from '#app/ui/plots/plot-twin.tsx'
import { hundredths } from '#app/ui/plots/standpoint-plot.tsx'
import { countsWords } from '../tally-words.ts'
import type { OverTime } from './days.server.ts'
import { type CellDay, thinned } from './days.ts'
import { DaysPlot } from './days-plot.tsx'

interface Props {
  claim: Claim
  framing: Framing
  overTime: OverTime
}

interface Line {
  standpointId: string
  standpoint: string
  mark: number
  /** Those that are shown. */
  days: CellDay[]
  /** In how many it changed. */
  dayCount: number
}

const mostDays = 30

/** In a claim's row: how a framing stood day by day, all things considered; from elsewhere on a page of its own. Nothing before it changed on two days that are over. */
export function OverTimeDetails({ claim, framing, overTime }: Props) {
  const lines = linesOf(claim, framing, overTime)
  const at = `/claims/${claim.id}/over-time?framing=${framing.id}`
  if (lines.length === 0) return null
  return (
    <details className="over-time">
      <summary>
        Over time<span className="visually-hidden">: {framing.name}</span>
      </summary>
      <OverTimeFigures claim={claim} framing={framing} overTime={overTime} lines={lines.slice(0, 1)} />
      {lines.length > 1 ? (
        <p className="meta">
          <a href={at}>
            From the other standpoints<span className="visually-hidden">, {framing.name} over time</span>
          </a>
        </p>
      ) : null}
    </details>
  )
}

/** From each standpoint at which it changed on two days or more. */
export function linesOf({ standpoints }: Claim, { id: framingId }: Framing, { cells }: OverTime): Line[] {
  return standpoints.flatMap(({ id, name }, mark): Line[] => {
    const cell = cells.find((one) => one.standpointId === id && one.framingId === framingId)
    if (!cell || cell.days.length < 2) return []
    const days = thinned(cell.days, mostDays)
    return [{ standpointId: id, standpoint: name, mark, days, dayCount: cell.days.length }]
  })
}

const isThinned = ({ days, dayCount }: Line) => days.length < dayCount

interface FiguresProps extends Props {
  lines: readonly Line[]
}

/** A line with its band for each standpoint, their table and their files. */
export function OverTimeFigures({ claim, framing, overTime, lines }: FiguresProps) {
  return (
    <>
      <div className="days-plots">
        {lines.map(({ standpointId, standpoint, mark, days, dayCount }) => (
          <figure key={standpointId} className={`hue-${framing.hue}`}>
            <figcaption>
              <Mark mark={mark} /> {standpoint}
            </figcaption>
            <DaysPlot
              id={`days-${standpointId}-${framing.id}`}
              name={`${framing.name}, ${standpoint}`}
              hue={framing.hue}
              days={days}
              dayCount={dayCount}
              through={overTime.through}
            />
          </figure>
        ))}
      </div>
      <p className="soft small">
        At the end of each day, UTC; today is not over. Bands: 95&nbsp;% intervals, conservative; members chose to vote
        and are no sample.
        {lines.some(isThinned) ? ` At most ${mostDays} of the days; all are in the files.` : ''}
      </p>
      <Departures departures={overTime.departures} lines={lines} />
      <DaysTable claim={claim} framing={framing} lines={lines} />
      <Files claim={claim} framing={framing} />
    </>
  )
}

/** Where a drop comes from, of the days that are drawn. */
function Departures({ departures, lines }: Pick<OverTime, 'departures'> & Pick<FiguresProps, 'lines'>) {
  const drawn = new Set(lines.flatMap(({ days }) => days.map(({ day }) => day)))
  const told = departures.filter(({ day }) => drawn.has(day) || lines.some(isThinned))
  if (told.length === 0) return null
  return (
    <ul className="soft small">
      {told.map(({ day, members, votes }) => (
        <li key={day}>
          On {day}, {counted(votes, 'vote')} of {members} members went from this claim with their accounts, which were
          removed.
        </li>
      ))}
    </ul>
  )
}

/** Of one framing only, so the files are asked for it. */
function Files({ claim, framing }: Pick<Props, 'claim' | 'framing'>) {
  return (
    <PlotFiles
      of={`${framing.name} over time`}
      at={`/claims/${claim.id}/tally/days`}
      query={`?framing=${framing.id}`}
      about="time"
    />
  )
}

function DaysTable({ claim, framing, lines }: Pick<Props, 'claim' | 'framing'> & { lines: readonly Line[] }) {
  const caption = `“${framing.name}” at the end of each day in which somebody voted, UTC`
  return (
    <PlotTwin
      caption={caption}
      of={`${framing.name} over time`}
      columns={['Standpoint', 'Day', ...numbers('Share', 'Low', 'High', 'n'), 'Counts']}
    >
      {lines.flatMap(({ standpointId, standpoint, days }) =>
        days.map((day) => (
          <tr key={`${standpointId} ${day.day}`}>
            <th scope="row">{standpoint}</th>
            <td>{day.day}</td>
            <td className="number">{hundredths(day.share)}</td>
            <td className="number">{hundredths(day.low)}</td>
            <td className="number">{hundredths(day.high)}</td>
            <td className="number">{day.n}</td>
            <td>{countsWords(day, claim.kind)}</td>
          </tr>
        )),
      )}
    </PlotTwin>
  )
}
