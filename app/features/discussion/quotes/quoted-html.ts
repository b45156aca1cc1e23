import { escaped, nameIn, type Piece, piecesOf } from '#app/lib/html-text.ts'
import { indexOf, lengthOf } from '#app/lib/text.ts'
import type { QuotedWords } from './quote.ts'

/** HTML to be put before the words that begin at an offset, in code points, or after those that end there. */
export interface Insert {
  at: number
  side: 'before' | 'after'
  html: string
}

// No span may stand in these.
const closed = new Set(['math', 'svg', 'button', 'summary', 'card'])
// What is inserted would be cut off in these, or be a link in a link.
const closedToInserts = new Set([...closed, 'a', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Puts a quiet line under the words of sanitised HTML that comments quote, with an id to lead to them. Ranges may overlap and run over tags. */
export function withQuotedWords(html: string, quoted: readonly QuotedWords[], inserts: readonly Insert[] = []): string {
  if (quoted.length === 0) return html
  const drawn = new Drawn(quoted, inserts)
  const pieces = piecesOf(html)
  pieces.forEach((piece, n) => {
    if ('words' in piece) drawn.write(piece.words)
    else drawn.tag(piece.tag, () => lengthIn(pieces, n))
  })
  return drawn.html
}

class Drawn {
  html = ''
  readonly #quoted: readonly QuotedWords[]
  readonly #edges: number[]
  readonly #before: Insert[]
  readonly #after: Insert[]
  readonly #open: string[] = []
  /** The quotes whose first words are written. */
  readonly #begun = new Set<string>()
  #offset = 0

  constructor(quoted: readonly QuotedWords[], inserts: readonly Insert[]) {
    this.#quoted = quoted
    this.#edges = [...new Set(quoted.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
    const inOrder = inserts.toSorted((a, b) => a.at - b.at)
    this.#before = inOrder.filter(({ side }) => side === 'before')
    this.#after = inOrder.filter(({ side }) => side === 'after')
  }

  /** What belongs into an element that takes no inserts comes before it. */
  tag(tag: string, lengthWithin: () => number) {
    const isOpening = !tag.startsWith('</')
    if (isOpening && this.#takesInserts() && closedToInserts.has(elementIn(tag)))
      this.html += taken(this.#before, this.#offset + lengthWithin())
    this.html += tag
    follow(this.#open, tag)
    if (!isOpening) this.#endInserts()
  }

  write(words: string) {
    const end = this.#offset + lengthOf(words)
    let rest = words
    for (const to of [...this.#edges.filter((edge) => edge > this.#offset && edge < end), end]) {
      const cut = indexOf(rest, to - this.#offset)
      this.#writeSegment(rest.slice(0, cut), this.#offset, to)
      rest = rest.slice(cut)
      this.#offset = to
      this.#endInserts()
    }
  }

  #writeSegment(words: string, from: number, to: number) {
    if (this.#takesInserts()) this.html += taken(this.#before, from + 1)
    const isClosed = this.#open.some((name) => closed.has(name))
    const quoted = isClosed ? [] : this.#quoted.filter((one) => one.from < to && one.to > from)
    this.html += quoted.length === 0 || words.trim() === '' ? escaped(words) : this.#underlined(words, quoted)
  }

  /** The id of a quote stands on its first words alone. */
  #underlined(words: string, quoted: readonly QuotedWords[]): string {
    const fresh = quoted.map(({ commentId }) => commentId).filter((id) => !this.#begun.has(id))
    for (const id of fresh) this.#begun.add(id)
    const [own, ...others] = fresh.map((id) => ` id="q-${escaped(id)}"`)
    return `${others.map((id) => `<span${id}></span>`).join('')}<span class="quoted"${own ?? ''}>${escaped(words)}</span>`
  }

  #endInserts() {
    if (this.#takesInserts()) this.html += taken(this.#after, this.#offset + 1)
  }

  #takesInserts() {
    return !this.#open.some((name) => closedToInserts.has(name))
  }
}

/** Takes off the front what belongs before an offset. */
function taken(waiting: Insert[], before: number): string {
  const count = waiting.findIndex(({ at }) => at >= before)
  const due = waiting.splice(0, count < 0 ? waiting.length : count)
  return due.map(({ html }) => html).join('')
}

// A link that becomes a card is known by being nothing but a link.
const elementIn = (tag: string) => (tag.includes(' data-card=') ? 'card' : nameIn(tag))

const isVoid = (tag: string) => /^<(?:br|hr|img|input|wbr)\b|\/>$/i.test(tag)

function follow(open: string[], tag: string) {
  if (isVoid(tag)) return
  if (tag.startsWith('</')) open.pop()
  else open.push(elementIn(tag))
}

/** How many code points stand in the element that a piece opens. */
function lengthIn(pieces: Piece[], from: number): number {
  const open: string[] = []
  let length = 0
  for (const piece of pieces.slice(from)) {
    if ('words' in piece) length += lengthOf(piece.words)
    else follow(open, piece.tag)
    if (open.length === 0) break
  }
  return length
}
