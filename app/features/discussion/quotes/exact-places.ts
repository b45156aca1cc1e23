import { isInsideSign, isInsideWord } from '#app/lib/word-edges.ts'
import type { Taken } from './anchor.ts'

/** From and up to, in UTF-16 units. */
export type Range = [from: number, to: number]

const mostPlaces = 100

/** Where words stand letter for letter. A piece of a word, or of a joined sign, is not the word that was taken. */
export function placesOf(text: string, taken: Taken): { ranges: Range[]; isMore: boolean } {
  const { exact } = taken
  const stands = standsAs(taken)
  const ranges: Range[] = []
  if (exact === '') return { ranges, isMore: false }
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const range: Range = [at, at + exact.length]
    if (!stands(text, range)) continue
    if (ranges.length === mostPlaces) return { ranges, isMore: true }
    ranges.push(range)
  }
  return { ranges, isMore: false }
}

/** An end may cut a word only where it did when the words were taken. */
function standsAs({ exact, prefix, suffix }: Taken) {
  const mayCut = [
    [prefix + exact, prefix.length],
    [exact + suffix, exact.length],
  ].map(([text, index]) => isCut(text as string, index as number))
  return (text: string, range: Range) => range.every((index, end) => mayCut[end] || !isCut(text, index))
}

const isCut = (text: string, index: number) => isInsideWord(text, index) || isInsideSign(text, index)

/** The range widened to whole words, where letters stand on both sides of an end. */
export function inWholeWords(text: string, [from, to]: Range): Range {
  let [start, end] = [from, to]
  while (start > 0 && from - start < mostWidening && isCut(text, start)) start -= isPair(text, start - 2) ? 2 : 1
  while (end < text.length && end - to < mostWidening && isCut(text, end)) end += isPair(text, end) ? 2 : 1
  return [start, end]
}

const mostWidening = 40

const isPair = (text: string, index: number) => (text.codePointAt(index) ?? 0) > 0xffff
