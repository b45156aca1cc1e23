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
  const open = new Set<Piece>()
  let html = ''
  let [offset, index] = [0, 0]
  for (const edge of edges) {
    const next = index + indexOf(text.slice(index), edge - offset)
    html += segmentHtml(text.slice(index, next), open)
    for (const piece of opening.get(edge) ?? []) open.add(piece)
    for (const piece of closing.get(edge) ?? []) open.delete(piece)
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

function segmentHtml(words: string, open: Set<Piece>): string {
  const marks = [...open].filter((piece): piece is MarkedWords => piece.id !== undefined)
  const inner = words === '' || marks.length === open.size ? escaped(words) : `<b class="found">${escaped(words)}</b>`
  const [shortest] = marks.sort((one, other) => one.end - one.start - (other.end - other.start))
  if (words === '' || !shortest) return inner
  // The margin holds the same links for the keyboard; dragging must select words, not pull a link.
  const link = `href="/excerpts/${escaped(shortest.id)}" tabindex="-1" draggable="false"`
  const signs = [marks.length > 1 ? 'overlap' : '', shortest.sign ?? ''].filter(Boolean).join(' ')
  const ids = marks.map(({ id }) => escaped(id)).join(' ')
  return `<a ${link}><mark data-e="${ids}"${signs ? ` class="${escaped(signs)}"` : ''}>${inner}</mark></a>`
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => references[sign] as string)
}
