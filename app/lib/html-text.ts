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

/** Text as HTML, between tags and in attributes. */
export function escaped(text: string): string {
  return escapedKeepingEntities(text.replace(/&/g, '&amp;'))
}

/** Entities stay: they are the writer's own, and what they stand for is judged when all is cleaned. */
export function escapedKeepingEntities(text: string): string {
  return text.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The name of the element that a tag opens or closes. */
export function nameIn(tag: string): string {
  return /^<\/?([\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? ''
}
