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

/** The words of a text as both engines index them: without case and most accents, cut where neither a letter nor a digit stands. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: found, index }) => ({
    word: folded(found),
    start: index,
    end: index + found.length,
  }))
}

function folded(word: string): string {
  if (isPlain.test(word)) return word
  return [...word.replace(marks, '')].map((letter) => folds.get(letter) ?? letter).join('')
}
