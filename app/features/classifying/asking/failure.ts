/** `again`: asking once more may help. `never`: nothing more is to be asked there. `not this`: it does not take this question. `stopped`: who asks gave up. */
export type FailureKind = 'again' | 'never' | 'not this' | 'stopped'

/** Why an endpoint gave no answer, in a sentence. */
export class AskFailure extends Error {
  readonly kind: FailureKind
  /** How long the endpoint wants to be left alone, ms; null where it did not say. */
  readonly afterMs: number | null

  constructor(kind: FailureKind, why: string, afterMs: number | null = null) {
    super(why)
    this.kind = kind
    this.afterMs = afterMs
  }
}

const mostSaid = 300
const kinds: Record<number, FailureKind> = { 401: 'never', 403: 'never', 404: 'never', 405: 'never' }
const passing = new Set([408, 409, 425, 429])

/** What an answer with another status than 200 means. `said` is the beginning of its body. */
export function failureOf(status: number, headers: Headers, said: string): AskFailure {
  if (status >= 300 && status < 400)
    return new AskFailure(
      'never',
      `The endpoint sends on to ${headers.get('location') ?? 'somewhere else'} (${status}).`,
    )
  const kind = kinds[status] ?? (passing.has(status) || status >= 500 ? 'again' : 'not this')
  const words = messageIn(said)
  const why = `${sentences[status] ?? 'The endpoint refuses'} (${status})${words ? `: ${words}` : '.'}`
  return new AskFailure(kind, why, kind === 'again' ? waitIn(headers.get('retry-after')) : null)
}

const sentences: Record<number, string> = {
  401: 'The endpoint does not take the key in PARALLAX_API_KEY, or there is none',
  403: 'The endpoint does not allow this with the key in PARALLAX_API_KEY',
  404: 'The endpoint knows no such address or model',
  429: 'The endpoint has had too many questions',
}

/** What is wrong in the words of the endpoint: `error.message` of JSON, else how its text begins. */
export function messageIn(said: string): string {
  let words = said
  try {
    const { error, message, detail } = JSON.parse(said)
    words = String(error?.message ?? message ?? detail ?? error ?? said)
  } catch {}
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > mostSaid ? `${line.slice(0, mostSaid)}…` : line
}

/** Retry-After as ms from now: seconds or a date (RFC 9110, 10.2.3). */
export function waitIn(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
