import { redirect } from '@remix-run/node'
import { formats } from '#app/features/exchange/feeds/feed.ts'
import { feedOf } from '#app/features/exchange/feeds/feed-items.server.ts'
import { feedPlaceAt, feedsOn } from '#app/features/exchange/feeds/feed-places.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { feedAnswer } from '#app/http/feeds.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** The twin of every list page: `/posts.atom`, `/members/wren/comments.json`. */
export const loader = pageLoader(async ({ db, env, url, request }) => {
  const [, path = '', given] = /^\/feeds(\/.+)\.(\w+)$/.exec(decodeURI(url.pathname)) ?? []
  const format = formats.find((one) => one === given)
  const place = feedPlaceAt(path)
  if (!format || !place) throw notFound('feed')
  if (place.kind === 'thread') await leadOn(db, place.subject, format)
  const feed = await feedOf(db, place, url.searchParams)
  return feedAnswer({ ...feed, path: feedsOn(path, url.search)[0]?.path ?? path }, format, env.ORIGIN, request)
})

/** The feed of a label that was merged is the other's. */
async function leadOn(db: Db, { kind, id }: { kind: string; id: string }, format: string) {
  const mergedInto = kind === 'label' ? (await findLabel(db, id)).mergedInto : null
  if (mergedInto) throw redirect(`/labels/${mergedInto}.${format}`, 302)
}
