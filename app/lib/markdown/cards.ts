/** What an address of this site alone in its paragraph becomes: a card, drawn anew whenever it is shown. */
export const cardKinds = ['excerpt', 'claim', 'post', 'comment'] as const
export type CardKind = (typeof cardKinds)[number]

// Whichever name the site goes by: ids are known nowhere else, and the card leads to a path.
const origin = '(?:https?://[^\\s/]+)?'
const tail = '(?:\\?[^\\s#]*)?'
const thing = new RegExp(`^${origin}/(excerpt|claim|post|comment)s/([\\w-]{1,40})/?${tail}$`)
const inThread = new RegExp(`^${origin}/[a-z]+s/[\\w-]{1,40}/?${tail}#c-([\\w-]{1,40})$`)

function cardOf(address: string): string | undefined {
  const [, comment] = inThread.exec(address) ?? []
  if (comment) return `comment.${comment}`
  const [, kind, id] = thing.exec(address) ?? []
  return kind && `${kind}.${id}`
}

const mostCards = 20
const lone = /^<p>(?:\s*<a href="([^"]*)"[^<>]*>([^<]*)<\/a>\s*|([^<]*))<\/p>$/

/** Marks the paragraphs of sanitised HTML that are nothing but such an address. Only those in no list or quote: a card is drawn between pieces that are whole. */
export function withCardMarks(html: string): string {
  let cards = 0
  const marked = wholePieces(html).map((piece) => {
    const card = cards < mostCards ? markedAs(piece) : undefined
    if (card) cards++
    return card ?? piece
  })
  return marked.join('')
}

/** The HTML cut at its outermost elements. */
function wholePieces(html: string): string[] {
  const pieces: string[] = []
  let [depth, from] = [0, 0]
  const cutAt = (end: number) => {
    if (depth === 0) pieces.push(html.slice(from, end))
    if (depth === 0) from = end
  }
  for (const { 0: tag, index } of html.matchAll(/<[^<>]*>/g)) {
    if (isVoid(tag)) continue
    const isEnd = tag.startsWith('</')
    if (isEnd) depth--
    cutAt(isEnd ? index + tag.length : index)
    if (!isEnd) depth++
  }
  return [...pieces, html.slice(from)]
}

const isVoid = (tag: string) => /^<(br|hr|img|input)\b/.test(tag)

function markedAs(piece: string): string | undefined {
  const [, href, words, bare] = lone.exec(piece) ?? []
  const address = (bare ?? href)?.trim()
  if (address === undefined || (bare === undefined && href !== words)) return undefined
  const card = cardOf(address)
  return card && `<p><a href="${address}" data-card="${card}" rel="nofollow ugc noopener">${address}</a></p>`
}

const marked = /<p><a href="[^"]*" data-card="(\w+\.[\w-]+)"[^>]*>[^<]*<\/a><\/p>/g

/** The cards that stored HTML asks for, as `kind.id`. */
export function cardsIn(html: string): string[] {
  return html.includes('data-card=') ? Array.from(html.matchAll(marked), ([, card]) => card as string) : []
}

export type Piece = { html: string } | { html: string; card: string }

/** Stored HTML in pieces: what stands between cards, and each card with the plain link that stands where there is none. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: link, 1: card, index } of html.matchAll(marked)) {
    if (index > from) pieces.push({ html: html.slice(from, index) })
    pieces.push({ html: link, card: card as string })
    from = index + link.length
  }
  if (from < html.length || pieces.length === 0) pieces.push({ html: html.slice(from) })
  return pieces
}
