import { lengthOf } from '#app/lib/text.ts'
import type { Found } from '../reading/find-words.ts'

/** Where two texts that begin or end alike differ, in code points of each; nothing where little of them is alike. */
export function differenceOf(left: string, right: string): { left: Found; right: Found } | null {
  const [a, b] = [wordsOf(left), wordsOf(right)]
  const most = Math.min(a.length, b.length)
  let [begin, end] = [0, 0]
  while (begin < most && a[begin] === b[begin]) begin++
  while (end < most - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  if ((begin + end) * 3 < most || begin + end === 0) return null
  return { left: between(a, begin, end), right: between(b, begin, end) }
}

const wordsOf = (text: string) => text.match(/\s+|\S+/g) ?? []

function between(words: string[], begin: number, end: number): Found {
  const start = lengthOf(words.slice(0, begin).join(''))
  return { start, end: start + lengthOf(words.slice(begin, words.length - end).join('')) }
}
