import { Refusal } from '#app/lib/refusal.ts'

/** Where a model is asked. */
export interface Endpoint {
  url: string
  model: string
  /** Sent as a bearer token; it must not come out anywhere else. */
  key: string | undefined
  /** How long it may say nothing, ms. */
  quietMs: number
}

const path = '/chat/completions'

/** The address of an OpenAI-compatible endpoint, given with or without `/chat/completions`. Its sentences do not repeat what was given, which may hold a secret. */
export function endpointUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refusal('invalid', 'The endpoint is an address as https://example.org/v1.')
  if (url.username || url.password)
    throw new Refusal('invalid', 'The endpoint has a name or password in it: put the key into PARALLAX_API_KEY.')
  url.pathname = url.pathname.replace(/(?<!\/)\/+$/, '')
  if (!url.pathname.endsWith(path)) url.pathname += path
  url.hash = ''
  return url.href
}

/** A key as the environment has it; none is fine, where a model runs at home. */
export function endpointKey(given: string | undefined): string | undefined {
  const key = given?.trim()
  if (key && !/^[\x21-\x7e]+$/.test(key))
    throw new Refusal('invalid', 'PARALLAX_API_KEY holds characters that no key has.')
  return key || undefined
}

/** A text without the key, should somebody have repeated it. */
export const withoutKey = (text: string, { key }: Endpoint) => (key ? text.replaceAll(key, '[key]') : text)
