// An answer of nothing but braces must not take for ever.
const mostLooks = 200

/** The objects in a text that may say other things around them, in fences or without, the last first. Commas too many and line ends inside strings are forgiven. */
export function* objectsIn(text: string): Generator<Record<string, unknown>> {
  let looks = 0
  for (let at = text.lastIndexOf('{'); at >= 0 && looks < mostLooks; at = at > 0 ? text.lastIndexOf('{', at - 1) : -1) {
    looks++
    const object = objectAt(text, at)
    if (object) yield object
  }
}

function objectAt(text: string, from: number): Record<string, unknown> | undefined {
  const end = endOf(text, from)
  if (end === undefined) return undefined
  const json = text.slice(from, end)
  for (const one of [json, mended(json)]) {
    try {
      return JSON.parse(one)
    } catch {}
  }
}

/** Behind the brace that closes the one at an index. */
function endOf(text: string, from: number): number | undefined {
  let [depth, isString] = [0, false]
  for (let i = from; i < text.length; i++) {
    const sign = text[i]
    if (isString && sign === '\\') i++
    else if (sign === '"') isString = !isString
    else if (!isString && sign === '{') depth++
    else if (!isString && sign === '}' && --depth === 0) return i + 1
  }
}

function mended(json: string): string {
  const lineEnds: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  return json.replace(/"(?:[^"\\]|\\.)*"?|,(?=\s*[}\]])/gs, (piece) =>
    piece === ',' ? '' : piece.replace(/[\n\r\t]/g, (end) => lineEnds[end] as string),
  )
}
