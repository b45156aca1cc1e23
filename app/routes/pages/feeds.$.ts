import { redirect } from '@remix-run/node'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { formats } from '#app/features/exchange/feeds/feed.ts'
import { feedOf } from '#app/features/exchange/feeds/feed-items.server.ts'
import { type FeedPlace, feedPlaceAt, feedsOn } from '#app/features/exchange/feeds/feed-places.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import type { Asked } from '#app/http/context.server.ts'
import { feedAnswer } from '#app/http/feeds.server.ts'
import { actsFeed, searchFeed } from '#app/http/feeds-beside.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** The twin of every list page: `/posts.atom`, `/members/wren/comments.json`. */
export const loader = pageLoader(async (asked) => {
  const { db, env, url, request } = asked
  const [, path = '', given] = /^\/feeds(\/.+)\.(\w+)$/.exec(decodeURI(url.pathname)) ?? []
  const format = formats.find((one) => one === given)
  const place = feedPlaceAt(path)
  if (!format || !place) throw notFound('feed')
  if (place.kind === 'thread') await leadOn(db, place.subject, format)
  const feed = await listedAt(asked, place)
  return feedAnswer({ ...feed, path: feedsOn(path, url.search)[0]?.path ?? path }, format, env.ORIGIN, request)
})

function listedAt(asked: Asked, place: FeedPlace) {
  if (place.kind === 'acts') return actsFeed(asked.db)
  return place.kind === 'search' ? searchFeed(asked) : feedOf(asked, place, asked.url.searchParams)
}

/** The feed of a label or concept that was merged is the other's. */
async function leadOn(db: Db, { kind, id }: { kind: string; id: string }, format: string) {
  const find = kind === 'label' ? findLabel : kind === 'concept' ? findConcept : null
  const mergedInto = (await find?.(db, id))?.mergedInto
  if (mergedInto) throw redirect(`/${kind}s/${mergedInto}.${format}`, 302)
}
