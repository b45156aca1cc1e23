import { indexOf, lengthOf } from '#app/lib/text.ts'
import type { Found } from './reading/find-words.ts'

/** Words of a turn that an excerpt covers, in code points. */
export interface MarkedWords {
  id: string
  start: number
  end: number
  /** Classes that tell its label. */
  sign?: string
}

type Piece = Found & Partial<MarkedWords>

/** A turn's text as HTML whose DOM text is the stored text, code point for code point: a bare CR would be read as LF. Marked words lead to their excerpt, overlapping ones to the shortest; found ones stand out within them. */
export function turnHtml(text: string, marks: MarkedWords[], found: Found[] = []): string {
  const pieces: Piece[] = [...marks, ...found]
  const blocks = blockEdges(text)
  const edges = [...new Set([...blocks, ...pieces.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const [opening, closing] = [Map.groupBy(pieces, ({ start }) => start), Map.groupBy(pieces, ({ end }) => end)]
  const open = new OpenPieces()
  let html = ''
  let [offset, index] = [0, 0]
  for (const edge of edges) {
    const next = index + indexOf(text.slice(index), edge - offset)
    html += segmentHtml(text.slice(index, next), open)
    open.pass(opening.get(edge) ?? [], closing.get(edge) ?? [])
    if (blocks.has(edge)) html += '</div><div class="block">'
    ;[offset, index] = [edge, next]
  }
  html += segmentHtml(text.slice(index), open)
  return blocks.size > 0 ? `<div class="block">${html}</div>` : html
}

const blockLength = 10_000

/** Where a very long text is cut into blocks, in code points: browsers lay out a block only when it comes near. After a line's end nobody sees the cut; where a line has none, after a space. */
function blockEdges(text: string): Set<number> {
  const edges = new Set<number>()
  let [index, offset] = [0, 0]
  while (text.length - index > 2 * blockLength) {
    const view = text.slice(index + blockLength, index + 2 * blockLength)
    const line = view.search(/\n/)
    const length = blockLength + 1 + (line >= 0 ? line : view.search(/\s/))
    const isCut = line >= 0 || /\s/.test(view)
    const piece = text.slice(index, index + (isCut ? length : 2 * blockLength)).replace(/[\uD800-\uDBFF]$/, '')
    offset += lengthOf(piece)
    index += piece.length
    edges.add(offset)
  }
  return edges
}

const mostNamed = 20

/** What is open at a place. Of very many marks over the same words the shortest are named, and each where it begins, so that a page does not grow by the square of them. */
class OpenPieces {
  #marks: MarkedWords[] = []
  #begun: MarkedWords[] = []
  #found = 0

  pass(opening: Piece[], closing: Piece[]) {
    const isMark = (piece: Piece): piece is MarkedWords => piece.id !== undefined
    this.#begun = opening.filter((piece) => isMark(piece) && piece.end > piece.start) as MarkedWords[]
    for (const mark of this.#begun) this.#marks.splice(placeIn(this.#marks, lengthIn(mark)), 0, mark)
    for (const piece of closing) if (isMark(piece) && piece.end > piece.start) this.#close(piece)
    this.#found += opening.filter((piece) => !isMark(piece)).length
    this.#found -= closing.filter((piece) => !isMark(piece)).length
  }

  #close(mark: MarkedWords) {
    this.#marks.splice(this.#marks.indexOf(mark, placeIn(this.#marks, lengthIn(mark))), 1)
  }

  get isFound() {
    return this.#found > 0
  }

  /** The shortest first. */
  get named(): MarkedWords[] {
    return [...new Set([...this.#marks.slice(0, mostNamed), ...this.#begun])]
  }

  get isOverlap() {
    return this.#marks.length > 1
  }
}

const lengthIn = ({ start, end }: Found) => end - start

/** The first place among marks, the shortest first, at which one is as long or longer. */
function placeIn(marks: MarkedWords[], length: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lengthIn(marks[middle] as MarkedWords) < length) low = middle + 1
    else high = middle
  }
  return low
}

function segmentHtml(words: string, open: OpenPieces): string {
  const inner = words === '' || !open.isFound ? escaped(words) : `<b class="found">${escaped(words)}</b>`
  const marks = open.named
  const [shortest] = marks
  if (words === '' || !shortest) return inner
  // The margin holds the same links for the keyboard; dragging must select words, not pull a link.
  const link = `href="/excerpts/${escaped(shortest.id)}" tabindex="-1" draggable="false"`
  const signs = [open.isOverlap ? 'overlap' : '', shortest.sign ?? ''].filter(Boolean).join(' ')
  const ids = marks.map(({ id }) => escaped(id)).join(' ')
  return `<a ${link}><mark data-e="${ids}"${signs ? ` class="${escaped(signs)}"` : ''}>${inner}</mark></a>`
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => references[sign] as string)
}
