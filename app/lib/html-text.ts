/** A tag, or words between tags as they are read. */
export type Piece = { tag: string } | { words: string }

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" }
const references = /&(?:lt|gt|quot|amp|#39);/g

/** The pieces of HTML that was sanitised: in that, every `<` and `>` is a tag's. */
export function piecesOf(html: string): Piece[] {
  return html
    .split(/(<[^<>]*>)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('<') ? { tag: piece } : { words: read(piece) }))
}

const read = (html: string) => html.replace(references, (reference) => signs[reference] as string)

/** What sanitised HTML says, character for character what a browser's `textContent` gives. */
export function textIn(html: string): string {
  return read(html.replace(/<[^<>]*>/g, ''))
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The name of the element that a tag opens or closes. */
export function nameIn(tag: string): string {
  return /^<\/?([\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? ''
}
