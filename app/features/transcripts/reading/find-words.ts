import { lengthOf } from '#app/lib/text.ts'

/** Where words were found in a turn, in code points. */
export interface Found {
  start: number
  end: number
}

const mostInTurn = 500

/** Finds words without regard to case, and whatever white space stands between them; the first 500 places. */
export function placesOf(text: string, q: string): Found[] {
  const places: Found[] = []
  let [index, offset] = [0, 0]
  for (const match of text.matchAll(pattern(q))) {
    const start = offset + lengthOf(text.slice(index, match.index))
    const end = start + lengthOf(match[0])
    places.push({ start, end })
    ;[index, offset] = [match.index + match[0].length, end]
    if (places.length === mostInTurn) break
  }
  return places
}

export const holds = (text: string, q: string): boolean => pattern(q).test(text)

function pattern(q: string): RegExp {
  const words = q.split(/\s+/).filter(Boolean)
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu')
}
