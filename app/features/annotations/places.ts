import type { Place } from '#app/features/transcripts/excerpt.ts'
import { isCount, isObject, isText, type Json, listOf } from './model/values.ts'

/** Something of this site that an address names. */
export interface Named {
  kind: 'transcript' | 'excerpt'
  id: string
  turn?: number
}

const path = /^(?:\/api\/v1)?\/(transcript|excerpt)s\/([\w.-]{1,100})$/
const turnHash = /^#?t-(\d{1,6})$/

/** What an address names when it is one of this site's, which may go by several origins. */
export function namedBy(address: unknown, origins: readonly string[]): Named | undefined {
  if (!isText(address) || !URL.canParse(address)) return undefined
  const { origin, pathname, hash } = new URL(address)
  const [, kind, id] = origins.includes(origin) ? (path.exec(pathname) ?? []) : []
  if (!kind || !id) return undefined
  return { kind: kind as Named['kind'], id, turn: turnOf(hash) }
}

const turnOf = (hash: string) => {
  const turn = turnHash.exec(hash)?.[1]
  return turn === undefined ? undefined : Number(turn)
}

/** Where a target's selectors say that its words stand: places in turns, a stretch of all the text, or a quote. */
export interface Said {
  start?: Place
  end?: Place
  stretch?: { start: number; end: number; turn?: number }
  quote?: { exact: string; prefix?: string; suffix?: string }
  turn?: number
}

/** What can be understood of the selectors of a target; nothing when it has none, or only kinds that mean nothing in a transcript. */
export function saidBy(target: unknown): Said {
  const selectors = isObject(target) && target.source !== undefined ? listOf(target.selector) : []
  return Object.assign({}, ...selectors.filter(isObject).map(saidByOne))
}

function saidByOne(selector: Json): Said {
  if (selector.type === 'TextQuoteSelector') {
    const { exact, prefix, suffix } = selector as { exact: string; prefix?: string; suffix?: string }
    return { quote: { exact, prefix, suffix } }
  }
  if (selector.type === 'TextPositionSelector') return { stretch: stretchOf(selector) }
  if (selector.type === 'RangeSelector') return rangeOf(selector)
  const turn = selector.type === 'FragmentSelector' ? turnOf(String(selector.value)) : undefined
  if (turn === undefined) return {}
  const inside: Said = Object.assign({ turn }, ...listOf(selector.refinedBy).filter(isObject).map(saidByOne))
  return inside.stretch ? { ...inside, stretch: { ...inside.stretch, turn } } : inside
}

const stretchOf = ({ start, end }: Json) => ({ start: start as number, end: end as number })

function rangeOf({ startSelector, endSelector }: Json): Said {
  const [start, end] = [saidByOne(startSelector as Json), saidByOne(endSelector as Json)]
  const placeOf = ({ stretch }: Said) =>
    stretch?.turn !== undefined && isCount(stretch.start) ? { turn: stretch.turn, offset: stretch.start } : undefined
  const [from, to] = [placeOf(start), placeOf(end)]
  return from && to ? { start: from, end: to } : {}
}

const inTurn = (turn: number, start: number, end: number) => ({
  type: 'FragmentSelector',
  value: `t-${turn}`,
  refinedBy: { type: 'TextPositionSelector', start, end },
})

/** The selectors of an excerpt: its words, and where they stand, in code points of its turns. */
export function selectorsOf({
  start,
  end,
  ...words
}: {
  start: Place
  end: Place
  exact: string
  prefix: string
  suffix: string
}) {
  const { exact, prefix, suffix } = words
  const where =
    start.turn === end.turn
      ? inTurn(start.turn, start.offset, end.offset)
      : {
          type: 'RangeSelector',
          startSelector: inTurn(start.turn, start.offset, start.offset),
          endSelector: inTurn(end.turn, end.offset, end.offset),
        }
  return [{ type: 'TextQuoteSelector', exact, prefix, suffix }, where]
}
