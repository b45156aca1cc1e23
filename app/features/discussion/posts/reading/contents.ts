import { slugOf } from '#app/lib/text.ts'

export interface Heading {
  id: string
  words: string
  /** From 2, as in the HTML. */
  level: number
}

const fewest = 3

/** A post's HTML with an id on each heading, and the headings for a list of contents: none where there are fewer than three. */
export function contentsOf(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = []
  const taken = new Set<string>()
  const withIds = html.replace(/<h([2-6])>(.*?)<\/h\1>/gs, (_, level: string, inner: string) => {
    const words = wordsIn(inner)
    const id = freeId(slugOf(words), taken)
    headings.push({ id, words, level: Number(level) })
    return `<h${level} id="${id}">${inner}</h${level}>`
  })
  return { html: withIds, headings: headings.length < fewest ? [] : headings }
}

/** Apart from every other id of the page, whatever a heading says. */
function freeId(slug: string, taken: Set<string>): string {
  const wanted = `h-${slug}`
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
  taken.add(id)
  return id
}

const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

// Of HTML that was made here every `<` is a tag's.
function wordsIn(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (entity) => characters[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}

const wordsAMinute = 230
// Of scripts that put no space between words.
const charactersAMinute = 450
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** How long a text takes to read, in whole minutes, at least one. */
export function readingMinutes(body: string): number {
  const characters = body.match(unspaced)?.length ?? 0
  const words = body.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0
  return Math.max(1, Math.round(words / wordsAMinute + characters / charactersAMinute))
}
