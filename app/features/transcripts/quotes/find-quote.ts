import { type Folded, fold } from '#app/lib/fold.ts'
import { lengthOf } from '#app/lib/text.ts'
import { alike, endAt, isInsideWord } from '#app/lib/word-edges.ts'
import { between, type Place, type Span } from '../excerpt.ts'

/** Words to be found, and what stands around them. */
export interface Quote {
  exact: string
  prefix?: string
  suffix?: string
  /** The turn in which they begin, when that is known. */
  turn?: number
}

export type Found =
  | { kind: 'found'; span: Span }
  | { kind: 'ambiguous'; spans: Span[]; isMore: boolean }
  | { kind: 'missing' }

/** From and up to, in UTF-16 units of the turns' texts joined. */
type Range = [from: number, to: number]

const mostPlaces = 1000

/** Where a quote stands: word for word, else without regard to case, punctuation and spacing. Several places are told apart by what stands around them, or not at all. */
export function findQuote(texts: string[], quote: Quote): Found {
  const joined = new Joined(texts)
  const stands = (range: Range) => {
    const [start, end] = [joined.turnAt(range[0]), joined.turnBefore(range[1])]
    return start !== undefined && end !== undefined && (quote.turn === undefined || start === quote.turn)
  }
  const exact = placesOf(joined.text, quote.exact, (at) => [at, at + quote.exact.length], stands)
  const ranges = exact.length > 0 ? exact : foldedPlaces(joined.text, quote.exact, stands)
  if (ranges.length === 0) return { kind: 'missing' }
  const isMore = ranges.length > mostPlaces
  const best = isMore ? undefined : bestOf(ranges, joined.text, quote)
  if (best) return { kind: 'found', span: joined.spanOf(best) }
  return { kind: 'ambiguous', spans: ranges.slice(0, mostPlaces).map((range) => joined.spanOf(range)), isMore }
}

/** The turns' texts as one, and the way back. */
class Joined {
  readonly text: string
  readonly #texts: string[]
  readonly #starts: number[] = []

  constructor(texts: string[]) {
    this.#texts = texts
    this.text = texts.join(between)
    let at = 0
    for (const text of texts) {
      this.#starts.push(at)
      at += text.length + between.length
    }
  }

  /** The turn that the unit at an index belongs to; none between turns. */
  turnAt(index: number): number | undefined {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return index < (this.#starts[low] as number) + (this.#texts[low] as string).length ? low : undefined
  }

  turnBefore(index: number): number | undefined {
    return this.turnAt(index - 1)
  }

  spanOf([from, to]: Range): Span {
    const [start, last] = [this.turnAt(from) as number, this.turnBefore(to) as number]
    return { start: this.#place(start, from), end: this.#place(last, to) }
  }

  #place(turn: number, index: number): Place {
    return { turn, offset: lengthOf((this.#texts[turn] as string).slice(0, index - (this.#starts[turn] as number))) }
  }
}

/** Every place of some words, overlapping ones too, in time linear in the text (Knuth, Morris, Pratt); stops past the most. */
function placesOf(
  text: string,
  words: string,
  rangeOf: (at: number) => Range | undefined,
  stands: (range: Range) => boolean,
): Range[] {
  const places: Range[] = []
  const back = bordersOf(words)
  let matched = 0
  for (let i = 0; i < text.length && places.length <= mostPlaces; i++) {
    const unit = text.charCodeAt(i)
    while (matched > 0 && words.charCodeAt(matched) !== unit) matched = back[matched - 1] as number
    if (words.charCodeAt(matched) === unit) matched++
    if (matched < words.length) continue
    const range = rangeOf(i + 1 - words.length)
    if (range && stands(range)) places.push(range)
    matched = back[matched - 1] as number
  }
  return places
}

function bordersOf(words: string): Int32Array {
  const back = new Int32Array(words.length)
  for (let i = 1, matched = 0; i < words.length; i++) {
    while (matched > 0 && words.charCodeAt(i) !== words.charCodeAt(matched)) matched = back[matched - 1] as number
    if (words.charCodeAt(i) === words.charCodeAt(matched)) matched++
    back[i] = matched
  }
  return back
}

function foldedPlaces(text: string, words: string, stands: (range: Range) => boolean): Range[] {
  const quoted = words.replace(tags, ' ').trim()
  const quote = fold(quoted)
  const { length } = quote.letters
  if (length === 0) return []
  const lead = [...quoted.slice(0, quote.starts[0])].reverse()
  const trail = [...quoted.slice(endAt(quoted, quote.starts[length - 1] as number))]
  const folded = fold(text)
  const rangeOf = (at: number): Range | undefined => {
    const range = rangeIn(folded, at, length, text)
    return range && [range[0] - alike(text, range[0], lead, -1), range[1] + alike(text, range[1], trail, 1)]
  }
  return placesOf(folded.letters, quote.letters, rangeOf, stands)
}

// Reading a dialogue takes these for the role of a turn; people quote them with the words.
const tags = /<\/?(?:scratchpad(?:_reasoning)?|think(?:ing)?)>/gi

/** The range in the text that a run of folded letters came from; none when it begins or ends inside a word. */
function rangeIn(folded: Folded, at: number, length: number, text: string): Range | undefined {
  const last = at + length - 1
  const from = folded.starts[at] as number
  const to = endAt(text, folded.starts[last] as number)
  const isSplit = (at > 0 && folded.starts[at - 1] === from) || folded.starts[last + 1] === folded.starts[last]
  return isSplit || isInsideWord(text, from) || isInsideWord(text, to) ? undefined : [from, to]
}

/** The one range that fits best what stands around the quote: better than any other, and at least half of what was given fits. */
function bestOf(ranges: Range[], text: string, quote: Quote): Range | undefined {
  if (ranges.length === 1) return ranges[0]
  const [prefix, suffix] = [fold(quote.prefix ?? '').letters, fold(quote.suffix ?? '').letters]
  const given = prefix.length + suffix.length
  if (given === 0) return undefined
  const scores = ranges.map(([from, to]) => {
    const before = fold(text.slice(Math.max(0, from - reachOf(prefix)), from)).letters
    const after = fold(text.slice(to, to + reachOf(suffix))).letters
    return sameEnd(before, prefix) + sameStart(after, suffix)
  })
  const best = Math.max(...scores)
  const isClear = best * 2 >= given && scores.filter((score) => score === best).length === 1
  return isClear ? ranges[scores.indexOf(best)] : undefined
}

// Folding drops punctuation and spacing: look a good way further than the letters are many.
const reachOf = (context: string) => context.length * 2 + 50

function sameStart(one: string, other: string): number {
  let count = 0
  while (count < one.length && count < other.length && one[count] === other[count]) count++
  return count
}

function sameEnd(one: string, other: string): number {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++
  return count
}
