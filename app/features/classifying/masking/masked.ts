import { findQuote } from '#app/features/transcripts/quotes/find-quote.ts'
import { fold } from '#app/lib/fold.ts'
import { maskOf } from '#app/lib/mask.ts'
import { indexOf } from '#app/lib/text.ts'

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** JSON's escapes as what they stand for. */
export const unescaped = (json: string): string =>
  json.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code, sign) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[sign] ?? sign),
  )

/** A text in which words are masked also where they are spelled otherwise: in another case, with other punctuation or spacing. */
export function maskedAlike(text: string, words: string): string {
  const found = findQuote([text], { exact: words })
  if (found.kind === 'missing') return text
  const spans = found.kind === 'found' ? [found.span] : found.spans
  return spans.reduce((masked, { start, end }) => {
    const [from, to] = [indexOf(masked, start.offset), indexOf(masked, end.offset)]
    return masked.slice(0, from) + maskOf(masked.slice(from, to)) + masked.slice(to)
  }, text)
}

/** Whether two texts have the same letters and digits. */
export const isAlike = (one: string, other: string) => fold(one).letters === fold(other).letters
