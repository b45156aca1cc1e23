/** As many code points that say nothing; line ends stay. */
export const maskOf = (text: string): string => text.replace(/[^\r\n]/gu, '█')

/** A text in which these words are masked wherever they stand, letter for letter. */
export const withMasked = (text: string, words: string): string => text.replaceAll(words, maskOf(words))

const leastEdge = 3

/** A text in which the end of these words is masked where it begins with it, and their beginning where it ends with it. */
export function withMaskedEdges(text: string, words: string): string {
  const most = Math.min(text.length, words.length - 1)
  let [head, tail] = [most, most]
  while (head > 0 && !text.startsWith(words.slice(-head))) head--
  while (tail > 0 && !text.endsWith(words.slice(0, tail))) tail--
  const [from, to] = [head < leastEdge ? 0 : head, text.length - (tail < leastEdge ? 0 : tail)]
  return from >= to ? maskOf(text) : maskOf(text.slice(0, from)) + text.slice(from, to) + maskOf(text.slice(to))
}

/** Whether what stands under a key of an object is text; `under` is the key of the object itself. */
type IsText = (key: string, of: object, under: string) => boolean

/** JSON whose texts are changed; a list's are those of its key. */
export function withTexts(part: unknown, isText: IsText, change: (text: string) => string): unknown {
  const changed = (value: unknown, isOne: boolean, under: string): unknown => {
    if (typeof value === 'string') return isOne ? change(value) : value
    if (Array.isArray(value)) return value.map((one) => changed(one, isOne, under))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    return Object.fromEntries(entries.map(([key, one]) => [key, changed(one, isText(key, value, under), key)]))
  }
  return changed(part, false, '')
}
