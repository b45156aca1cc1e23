import { atomOf } from '#app/features/exchange/feeds/atom.ts'
import type { Feed, FeedFormat } from '#app/features/exchange/feeds/feed.ts'
import { jsonFeedOf } from '#app/features/exchange/feeds/json-feed.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { isKnown } from './api.server.ts'

const types: Record<FeedFormat, string> = { atom: 'application/atom+xml', json: 'application/feed+json' }

/** A feed in its format, or 304 where the asker has it already. It is the same for everybody. */
export function feedAnswer(feed: Feed, format: FeedFormat, origin: string, request: Request): Response {
  const body = format === 'atom' ? atomOf(feed, origin) : JSON.stringify(jsonFeedOf(feed, origin))
  const etag = `"${sha256(body).slice(0, 32)}"`
  const headers = { etag, 'cache-control': 'public, max-age=60' }
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': `${types[format]}; charset=utf-8` } })
}
