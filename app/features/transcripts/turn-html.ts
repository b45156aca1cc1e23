import { indexOf } from '#app/lib/text.ts'
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
  const edges = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other)
  const [opening, closing] = [Map.groupBy(pieces, ({ start }) => start), Map.groupBy(pieces, ({ end }) => end)]
  const open = new Set<Piece>()
  let html = ''
  let [offset, index] = [0, 0]
  for (const edge of edges) {
    const next = index + indexOf(text.slice(index), edge - offset)
    html += segmentHtml(text.slice(index, next), open)
    for (const piece of opening.get(edge) ?? []) open.add(piece)
    for (const piece of closing.get(edge) ?? []) open.delete(piece)
    ;[offset, index] = [edge, next]
  }
  return html + segmentHtml(text.slice(index), open)
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
