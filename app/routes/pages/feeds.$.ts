import { formats } from '#app/features/exchange/feeds/feed.ts'
import { feedOf } from '#app/features/exchange/feeds/feed-items.server.ts'
import { feedPlaceAt, feedsOn } from '#app/features/exchange/feeds/feed-places.ts'
import { feedAnswer } from '#app/http/feeds.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'

/** The twin of every list page: `/posts.atom`, `/members/wren/comments.json`. */
export const loader = pageLoader(async ({ db, env, url, request }) => {
  const [, path = '', given] = /^\/feeds(\/.+)\.(\w+)$/.exec(decodeURI(url.pathname)) ?? []
  const format = formats.find((one) => one === given)
  const place = feedPlaceAt(path)
  if (!format || !place) throw notFound('feed')
  const feed = await feedOf(db, place, url.searchParams)
  return feedAnswer({ ...feed, path: feedsOn(path, url.search)[0]?.path ?? path }, format, env.ORIGIN, request)
})
