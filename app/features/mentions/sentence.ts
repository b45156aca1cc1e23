import { nameKey, shortened } from '#app/lib/text.ts'

/** A piece of a sentence; the name that was looked for is marked. */
export interface Piece {
  text: string
  isName: boolean
}

const named = /\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n|]{1,300}))?\]\]/g
const mostAround = 140

/** The sentence of a Markdown text that has one of the names in it, as plain words; undefined where none has. */
export function sentenceWith(text: string, keys: readonly string[]): Piece[] | undefined {
  for (const match of text.matchAll(named)) {
    const [raw, name = '', words] = match
    if (!keys.includes(nameKey(name))) continue
    const before = text.slice(0, match.index).split(ending).at(-1) ?? ''
    const [after = ''] = text.slice(match.index + raw.length).split(ending)
    const [start, end] = [flat(before), flat(after)]
    return [
      { text: start && cutLeft(start) + spaceAfter(before), isName: false },
      { text: (words ?? name).trim().replace(/^(label|framing|concept):\s*/i, ''), isName: true },
      { text: end && spaceBefore(after) + shortened(end, mostAround), isName: false },
    ].filter((piece) => piece.text !== '')
  }
}

/** Where a sentence ends and the next begins: behind its sign, or at a new line. */
const ending = /(?<=[.!?…][)"'”’]?)\s+|\n+/

function flat(markdown: string): string {
  return markdown
    .replace(named, (_, name: string, words?: string) => words ?? name)
    .replace(/!?\[([^[\]]*)\]\([^)]{0,500}\)/g, '$1')
    .replace(/^[\s>#*+-]+|[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const spaceAfter = (text: string) => (/\s$/.test(text) ? ' ' : '')
const spaceBefore = (text: string) => (/^\s/.test(text) ? ' ' : '')

function cutLeft(text: string): string {
  const all = [...text]
  return all.length <= mostAround ? text : `…${all.slice(-mostAround).join('').trimStart()}`
}
