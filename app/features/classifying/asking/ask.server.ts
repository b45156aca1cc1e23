import { type Endpoint, withoutKey } from './endpoint.ts'
import { AskFailure, failureOf } from './failure.ts'
import { type Completion, readCompletion } from './read-completion.ts'

export interface Message {
  role: 'system' | 'user'
  content: string
}

// An endpoint that drips is not asked for ever.
const mostQuietTimes = 10
const mostOfFailure = 4000

/** Asks once. Throws an `AskFailure` for whatever comes between; the key is in none of what is returned or thrown. */
export async function askOnce(endpoint: Endpoint, messages: Message[], signal: AbortSignal): Promise<Completion> {
  const silence = silenceClock(endpoint.quietMs)
  const whole = AbortSignal.timeout(endpoint.quietMs * mostQuietTimes)
  try {
    const response = await fetch(endpoint.url, {
      ...{ method: 'POST', redirect: 'manual', body: bodyOf(endpoint, messages) },
      headers: headersOf(endpoint),
      signal: AbortSignal.any([signal, silence.signal, whole]),
    })
    silence.heard()
    const body = heardFrom(response, silence.heard)
    if (!response.ok) throw failureOf(response.status, response.headers, await beginningOf(body))
    const completion = await readCompletion(body)
    return { ...completion, text: withoutKey(completion.text, endpoint) }
  } catch (error) {
    if (signal.aborted) throw new AskFailure('stopped', 'Stopped before it answered.')
    if (silence.signal.aborted || whole.aborted)
      throw new AskFailure('again', `The endpoint said nothing for ${endpoint.quietMs / 1000} s, or did not end.`)
    throw withoutKeyIn(error, endpoint)
  } finally {
    silence.stop()
  }
}

function bodyOf({ model }: Endpoint, messages: Message[]): string {
  return JSON.stringify({ model, messages, stream: true, stream_options: { include_usage: true } })
}

function headersOf({ key }: Endpoint): Record<string, string> {
  return { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) }
}

function silenceClock(ms: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, heard: () => void timer.refresh(), stop: () => clearTimeout(timer) }
}

async function* heardFrom({ body }: Response, heard: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    heard()
    yield chunk
  }
}

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostOfFailure) break
  }
  return text
}

/** What broke below, as a failure; a host that is nowhere will not come to be by asking again. */
function withoutKeyIn(error: unknown, endpoint: Endpoint): AskFailure {
  const { host } = new URL(endpoint.url)
  if (error instanceof AskFailure) return new AskFailure(error.kind, withoutKey(error.message, endpoint), error.afterMs)
  if (!(error instanceof TypeError)) throw error
  const { code = '' } = (error.cause ?? {}) as { code?: string }
  if (code === 'ENOTFOUND') return new AskFailure('never', `There is no host ${host}.`)
  return new AskFailure('again', `The connection to ${host} failed${code ? ` (${code})` : ''}.`)
}
