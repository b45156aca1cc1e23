import { scaleLinear } from 'd3-scale'
import { counted } from '#app/ui/plain.tsx'
import type { Corner } from '../runs/hull.ts'
import type { PublicCamp } from '../runs/run.ts'
import { letterOf } from './camp-words.ts'

const [width, height, edge] = [480, 260, 40]

/** Where the camps lie to each other: an outline around each one's members, never the members themselves. */
export function CampMap({ id, camps }: { id: string; camps: readonly PublicCamp[] }) {
  const corners = camps.flatMap(({ hull }) => hull)
  const span = (at: 0 | 1) => [Math.min(...corners.map((c) => c[at])), Math.max(...corners.map((c) => c[at]))]
  const x = scaleLinear(span(0), [edge, width - edge])
  const y = scaleLinear(span(1), [height - edge, edge])
  const place = (hull: readonly Corner[]) => hull.map(([cx, cy]): Corner => [x(cx), y(cy)])
  return (
    <svg className="camp-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`camp-map-${id}`}>
      <title id={`camp-map-${id}`}>{`Map of ${counted(camps.length, 'camp')}`}</title>
      <desc>
        {camps.map((camp) => `Camp ${letterOf(camp)} has ${counted(camp.size, 'member')}.`).join(' ')} Members who vote
        alike lie close together.
      </desc>
      {camps.map((camp) => (
        <CampShape key={camp.id} camp={camp} corners={place(camp.hull)} />
      ))}
    </svg>
  )
}

const figure = (value: number) => Math.round(value * 10) / 10
const small = 24

function CampShape({ camp, corners }: { camp: PublicCamp; corners: readonly Corner[] }) {
  const ofAxis = (at: 0 | 1) => corners.map((corner) => corner[at])
  const size = Math.max(...([0, 1] as const).map((at) => Math.max(...ofAxis(at)) - Math.min(...ofAxis(at))))
  const [x, y] = ([0, 1] as const).map((at) => figure(ofAxis(at).reduce((a, b) => a + b, 0) / corners.length))
  return (
    <g className={`camp-${camp.id}`}>
      {size < small ? (
        <circle cx={x} cy={y} r={small / 2} />
      ) : (
        <polygon points={corners.map((corner) => corner.map(figure).join(',')).join(' ')} />
      )}
      <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
        {`${letterOf(camp)} · ${camp.size}`}
      </text>
    </g>
  )
}
