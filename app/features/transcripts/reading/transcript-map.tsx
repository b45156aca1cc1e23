import { shortened } from '#app/lib/text.ts'
import { counted } from '#app/ui/plain.tsx'
import { layOutMap, type MapRow, mapHeight } from './map-layout.ts'
import type { MarkPlace, TurnSize } from './reading.server.ts'

export type AddressOf = (turn: number, id: string) => string

interface MapProps {
  sizes: TurnSize[]
  marks: MarkPlace[]
  /** Ids of the excerpts whose labels members voted on both ways. */
  disputed: ReadonlySet<string>
  shown: number[]
  addressOf: AddressOf
}

const width = 24

/** The whole transcript at the page's edge. The list of marks says the same to whoever does not see it. */
export function TranscriptMap({ sizes, marks, disputed, shown, addressOf }: MapProps) {
  const { bands, rows, rowHeight, shown: here } = layOutMap(sizes, marks, disputed, shown)
  return (
    <svg className="transcript-map" viewBox={`0 0 ${width} ${mapHeight}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="ground" x="0" y="0" width="8" height={mapHeight} />
      {bands.map(({ role, top, height }) => (
        <rect key={top} className={role} x="0" y={rounded(top)} width="8" height={rounded(height)} />
      ))}
      {here ? (
        <rect className="here" x="1" y={rounded(here.top)} width={width - 2} height={rounded(here.height)} />
      ) : null}
      {rows.map((row) => (
        <a key={row.id} href={addressOf(row.turn, `e-${row.id}`)} tabIndex={-1}>
          <title>{rowWords(row)}</title>
          <rect className="reach" x="0" y={rounded(row.top)} width={width} height={rowHeight} />
          <rect
            className={row.disputed > 0 ? 'dispute' : 'marks'}
            x={row.disputed > 0 ? 0 : 10}
            y={rounded(row.top)}
            width={row.disputed > 0 ? width : 12}
            height={rowHeight - 2}
          />
        </a>
      ))}
    </svg>
  )
}

const rounded = (place: number) => Math.round(place * 10) / 10

function rowWords({ turn, count, disputed }: MapRow): string {
  const disputes = disputed > 0 ? `, ${counted(disputed, 'dispute')}` : ''
  return `Turn ${turn}: ${counted(count, 'mark')}${disputes}`
}

const mostListed = 300

/** The map in words: every mark with the way to it. */
export function MarkList({ marks, disputed, addressOf }: Omit<MapProps, 'sizes' | 'shown'>) {
  if (marks.length === 0) return null
  const disputes = marks.filter(({ id }) => disputed.has(id))
  const [first] = disputes
  return (
    <div className="mark-list">
      <details>
        <summary>
          {counted(marks.length, 'mark')}
          {first ? `, ${counted(disputes.length, 'dispute')}` : null}
        </summary>
        <ol>
          {marks.slice(0, mostListed).map(({ id, turn, words }) => (
            <li key={id} className={disputed.has(id) ? 'disputed' : undefined}>
              <a href={addressOf(turn, `e-${id}`)}>
                Turn {turn}: <span dir="auto">{shortened(words, 60)}</span>
              </a>
              {disputed.has(id) ? <span className="disputed-word"> disputed</span> : null}
            </li>
          ))}
        </ol>
        {marks.length > mostListed ? (
          <p>{counted(marks.length - mostListed, 'other mark')} not listed here; each stands beside its turn.</p>
        ) : null}
      </details>
      {first ? <a href={addressOf(first.turn, `e-${first.id}`)}>First dispute</a> : null}
    </div>
  )
}
