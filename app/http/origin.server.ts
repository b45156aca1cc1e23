import type { IncomingMessage } from 'node:http'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A write that a page of another site had a browser send. Programs send neither header and are let by. */
export function isForeign({ method = 'GET', headers }: IncomingMessage): boolean {
  if (safe.has(method)) return false
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  return !URL.canParse(origin) || new URL(origin).host !== host
}
