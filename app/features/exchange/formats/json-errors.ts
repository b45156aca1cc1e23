/** Characters that the engine shows on either side of a token that it did not expect. */
const shown = 10

/** Where JSON.parse stopped, counted in lines from 1, and why. The engine gives the line, or the end, or only the words around the place. */
export function jsonErrorIn(text: string, { message }: Error): { line: number; reason: string } {
  const [, why = message] = /^(.*?)(?: in JSON at position|, (?:\.\.\.)?"|$)/s.exec(message) ?? []
  return { line: lineOf(text, message), reason: `This is not JSON: ${why}.` }
}

function lineOf(text: string, message: string): number {
  const given = /\(line (\d+)/.exec(message)?.[1]
  if (given) return Number(given)
  if (message.includes('end of JSON')) return lines(text.trimEnd())
  const [, before, words = ''] = /, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? []
  const at = before ? text.indexOf(words) + shown : Math.max(0, words.length - shown)
  return lines(text.slice(0, at))
}

const lines = (text: string) => text.split('\n').length
