import { indexOf, shortened } from '#app/lib/text.ts'

/** A name on one line, or on two that are as even as its words allow, each at most so wide; what does not fit is cut. */
export function linesOf(name: string, most: number): string[] {
  const flat = name.replace(/\s+/g, ' ').trim()
  if (widthIn(flat) <= most) return [flat]
  const [first, rest] = parted(flat, most)
  return [first, cut(rest, most)]
}

/** Between words, else where it is. */
function parted(name: string, most: number): [string, string] {
  const at = (index: number): [string, string] => [name.slice(0, index), name.slice(index).trimStart()]
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => at(index)).filter(([first]) => widthIn(first) <= most)
  const even = ([first, rest]: [string, string]) => Math.max(widthIn(first), widthIn(rest))
  const [best] = breaks.toSorted((one, other) => even(one) - even(other))
  const isFull = best !== undefined && (widthIn(best[0]) > most / 2 || widthIn(best[1]) <= most)
  return isFull ? best : at(indexOf(name, fitting(name, most)))
}

/** How many of its characters fit. */
function fitting(text: string, most: number): number {
  const characters = [...text]
  let length = characters.length
  while (widthIn(characters.slice(0, length).join('')) > most) length--
  return length
}

const cut = (text: string, most: number) =>
  widthIn(text) <= most ? text : shortened(text, fitting(text, most - 1) + 1)

const isWide = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Extended_Pictographic}]/u

/** About as many letters of Latin script. */
export const widthIn = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide.test(character) ? 1.7 : 1), 0)
