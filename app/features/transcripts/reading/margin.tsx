import type { ReactNode } from 'react'
import { shortened } from '#app/lib/text.ts'
import type { Excerpt } from '../excerpt.ts'
import type { MarkPlace } from './reading.server.ts'
import type { AddressOf } from './transcript-map.tsx'

/** What the route knows of marked words beyond where they are. */
export interface MarginSlots {
  /** What stands below an excerpt's words: its labels. */
  marginFor?: (excerptId: string) => ReactNode
  /** Classes of its marks, that tell its label. */
  signOf?: (excerptId: string) => string
  disputes?: MarkPlace[]
  addressOf?: AddressOf
}

interface MarginProps {
  excerpts: Excerpt[]
  number: number
  slots: MarginSlots
  /** The transcript's title, where the page has several. */
  of?: string
}

/** The excerpts that begin in a turn, beside it. Those that overlap an earlier one are set in, so that both can be told apart. */
export function Margin({ excerpts, number, slots, of }: MarginProps) {
  const depths = depthsOf(excerpts)
  return (
    <ul className="margin" aria-label={`Words marked in turn ${number}${of ? ` of ${of}` : ''}`}>
      {excerpts.map((excerpt, i) => (
        <li
          key={excerpt.id}
          id={`e-${excerpt.id}`}
          data-excerpt={excerpt.id}
          className={`fan-${depths[i]} ${slots.signOf?.(excerpt.id) ?? ''}`}
        >
          <a className="margin-words" href={`/excerpts/${excerpt.id}`} dir="auto">
            {shortened(excerpt.exact, 90)}
          </a>
          {slots.marginFor?.(excerpt.id)}
          <DisputeSteps id={excerpt.id} slots={slots} />
        </li>
      ))}
    </ul>
  )
}

const mostDepth = 3

/** How deep each lies in those before it that have not ended where it begins. */
export function depthsOf(excerpts: Pick<Excerpt, 'start' | 'end'>[]): number[] {
  const open: { end: Excerpt['end']; depth: number }[] = []
  return excerpts.map(({ start, end }) => {
    const still = open.filter((one) => one.end.turn > start.turn || one.end.offset > start.offset)
    const taken = new Set(still.map(({ depth }) => depth))
    let depth = 0
    while (depth < mostDepth && taken.has(depth)) depth++
    open.splice(0, open.length, ...still, { end, depth })
    return depth
  })
}

function DisputeSteps({ id, slots: { disputes = [], addressOf } }: { id: string; slots: MarginSlots }) {
  const at = disputes.findIndex((one) => one.id === id)
  if (at < 0 || !addressOf || disputes.length < 2) return null
  const [before, after] = [disputes[at - 1], disputes[at + 1]]
  return (
    <span className="dispute-steps">
      <span>
        dispute {at + 1} of {disputes.length}
      </span>
      {before ? <a href={addressOf(before.turn, `e-${before.id}`)}>Previous</a> : null}
      {after ? <a href={addressOf(after.turn, `e-${after.id}`)}>Next</a> : null}
    </span>
  )
}
