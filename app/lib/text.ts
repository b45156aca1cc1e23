/** Length in Unicode code points, the unit of every limit and offset. */
export function lengthOf(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff || i + 1 === text.length) length++
    else if ((text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length++
      i++
    } else length++
  }
  return length
}

/** The UTF-16 index of a code point offset; offsets past the end give the length. */
export function indexOf(text: string, offset: number): number {
  let index = 0
  for (let left = offset; left > 0 && index < text.length; left--) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  }
  return index
}

/** The code points from start up to end (exclusive). */
export function slice(text: string, start: number, end?: number): string {
  const from = indexOf(text, start)
  if (end === undefined) return text.slice(from)
  const rest = text.slice(from)
  return rest.slice(0, indexOf(rest, end - start))
}

/** Why a text cannot be kept (NUL or half a surrogate pair), or nothing. */
export function unkeepable(text: string): string | undefined {
  if (text.includes('\0')) return 'contains a NUL character, which cannot be kept.'
  if (!text.isWellFormed()) return 'contains half of a surrogate pair: it is not valid Unicode.'
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Cut to at most so many code points, between words where there are any, with an ellipsis where something was left out. Of a long text only the beginning is read. */
export function shortened(text: string, most: number): string {
  const beginning = inOneLine(text.slice(0, 4 * most))
  const flat = lengthOf(beginning) > most ? beginning : inOneLine(text)
  if (lengthOf(flat) <= most) return flat
  const [start, next] = [slice(flat, 0, most - 1), slice(flat, most - 1, most)]
  // A word longer than a quarter of all, or a script without spaces, is cut where it is.
  const whole = next === ' ' ? start : start.replace(/(?<=\s)\S*$/, '')
  return `${(whole.length > 0.75 * start.length ? whole : start).trimEnd()}…`
}

/** How names are compared: without regard to case, form or spacing. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A readable piece of an address: `What it kept to` → `what-it-kept-to`; empty when nothing of it is a letter or digit. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, 60)
    .replace(/(?<!-)-+$/, '')
}

/** A whole number with a comma between thousands. Asked at the start of every process, before which the machine's own way would load all languages. */
export const thousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
