import { droppedMarks, foldedFrom, foldedTo, letterRanges } from '#db/search/unicode61.ts'

/** A word of a text, folded, and where it stands there in UTF-16 units. */
export interface Word {
  word: string
  start: number
  end: number
}

const classOf = (ranges: [number, number][]) =>
  ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')

const letters = classOf(letterRanges)
const wordPattern = new RegExp(`[${letters}][${letters}${classOf(droppedMarks)}]*`, 'gu')
const marks = new RegExp(`[${classOf(droppedMarks)}]+`, 'gu')
const targets = [...foldedTo]
const folds = new Map([...foldedFrom].map((letter, place) => [letter, targets[place] as string]))
const isPlain = /^[a-z0-9]*$/
// The classes above are long, and most texts need none of them.
const plainWord = /[0-9A-Za-z]+/g
const isAscii = /^[\0-\x7f]*$/

/** The words of a text as both engines index them: without case and most accents, cut where neither a letter nor a digit stands. */
export function wordsOf(text: string): Word[] {
  const ascii = isAscii.test(text)
  return Array.from(text.matchAll(ascii ? plainWord : wordPattern), ({ 0: found, index }) => ({
    word: ascii ? found.toLowerCase() : folded(found),
    start: index,
    end: index + found.length,
  }))
}

function folded(word: string): string {
  if (isPlain.test(word)) return word
  return [...word.replace(marks, '')].map((letter) => folds.get(letter) ?? letter).join('')
}
