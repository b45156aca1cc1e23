import { indexOf } from '#app/lib/text.ts'

/** Words of a turn that an excerpt covers, in code points. */
export interface MarkedWords {
  id: string
  start: number
  end: number
}

/** A turn's text as HTML whose DOM text is the stored text, code point for code point: a bare CR would be read as LF. Marked words lead to their excerpt, overlapping ones to the shortest. */
export function turnHtml(text: string, marks: MarkedWords[]): string {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other)
  const open = new Set<MarkedWords>()
  let html = ''
  let [offset, index] = [0, 0]
  for (const edge of edges) {
    const next = index + indexOf(text.slice(index), edge - offset)
    html += segmentHtml(text.slice(index, next), open)
    for (const mark of marks) {
      if (mark.start === edge) open.add(mark)
      if (mark.end === edge) open.delete(mark)
    }
    ;[offset, index] = [edge, next]
  }
  return html + segmentHtml(text.slice(index), open)
}

function segmentHtml(words: string, open: Set<MarkedWords>): string {
  const [shortest] = [...open].sort((one, other) => one.end - one.start - (other.end - other.start))
  if (words === '' || !shortest) return escaped(words)
  // The margin holds the same links for the keyboard; dragging must select words, not pull a link.
  const link = `href="/excerpts/${escaped(shortest.id)}" tabindex="-1" draggable="false"`
  return `<a ${link}><mark${open.size > 1 ? ' class="overlap"' : ''}>${escaped(words)}</mark></a>`
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => references[sign] as string)
}
