import { likeness } from './fold.ts'

const letter = /[\p{L}\p{N}\p{M}]/u
// These are written without spaces between words.
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const before = (text: string, index: number) => [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
const after = (text: string, index: number) => String.fromCodePoint(text.codePointAt(index) ?? 32)

/** Whether a UTF-16 index lies between two letters of one word. */
export function isInsideWord(text: string, index: number): boolean {
  const [one, next] = [before(text, index), after(text, index)]
  return letter.test(one) && letter.test(next) && !spaceless.test(one + next)
}

/** Whether a UTF-16 index lies within what is read as one sign: a letter and its accent, a joined emoji. */
export function isInsideSign(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  return /\p{M}|\p{EMod}|\u200d/u.test(after(text, index)) || before(text, index) === '\u200d'
}

/** Where the code point at an index ends. */
export function endAt(text: string, index: number): number {
  return index + ((text.codePointAt(index) as number) > 0xffff ? 2 : 1)
}

/** How many units next to a match are the punctuation that the quote has there too, typographic or plain. */
export function alike(text: string, index: number, signs: string[], step: 1 | -1): number {
  let count = 0
  for (const sign of signs) {
    const from = step === 1 ? index + count : index - count - sign.length
    if (/\s/.test(sign) || likeness(text.slice(Math.max(0, from), from + sign.length)) !== likeness(sign)) break
    count += sign.length
  }
  return count
}
