/** A text's letters and digits in lower case, accents apart, and for each unit where in the text it came from. */
export interface Folded {
  letters: string
  starts: Int32Array
}

// Punctuation, spacing, what stands alone as an accent (the backtick is one), and what has no width.
const dropped = /^[\p{P}\p{Z}\s\p{Sk}\p{Cf}\p{Cc}]$/u

/** Drops punctuation and spacing, lowers the case, takes letters and their accents apart; the way back is kept. */
export function fold(text: string): Folded {
  const known = new Map<number, string>()
  let units = new Uint16Array(text.length + 8)
  let starts = new Int32Array(text.length + 8)
  let count = 0
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index) as number
    let letters = known.get(point)
    if (letters === undefined) {
      letters = lettersOf(String.fromCodePoint(point))
      known.set(point, letters)
    }
    if (count + letters.length > units.length) {
      units = widened(units, new Uint16Array(units.length * 2))
      starts = widened(starts, new Int32Array(starts.length * 2))
    }
    for (let i = 0; i < letters.length; i++) {
      units[count] = letters.charCodeAt(i)
      starts[count++] = index
    }
    index += point > 0xffff ? 2 : 1
  }
  return { letters: decoder.decode(units.subarray(0, count)), starts: starts.subarray(0, count) }
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

function widened<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function lettersOf(sign: string): string {
  return dropped.test(sign) ? '' : sign.toLowerCase().normalize('NFD')
}

const plain: [RegExp, string][] = [
  [/[“”„‟«»″]/, '"'],
  [/[‘’‚‛‹›′`´]/, "'"],
  [/\p{Pd}|−/u, '-'],
]

/** One sign for all those that are typed for each other: quotes, apostrophes, dashes. */
export function likeness(sign: string): string {
  return plain.find(([typed]) => typed.test(sign))?.[1] ?? sign
}
