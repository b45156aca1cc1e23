import { type FeedItem, feedSize, type Listed } from '#app/features/exchange/feeds/feed.ts'
import { feedItem, paragraph } from '#app/features/exchange/feeds/feed-item.ts'
import { type Act, didTo } from '#app/features/moderation/acts/act.ts'
import { newestActs } from '#app/features/moderation/acts/acts.server.ts'
import { changedWords } from '#app/features/moderation/acts/counts.ts'
import { ruleNamed } from '#app/features/moderation/rules/rules.ts'
import type { Hit, Piece } from '#app/features/search/entry.ts'
import { kindAsked, search } from '#app/features/search/search.server.ts'
import { dayOf } from '#app/lib/clock.ts'
import { escaped } from '#app/lib/html-text.ts'
import type { Db } from '#db/open.ts'
import type { Asked } from './context.server.ts'

const page = { limit: feedSize, after: null }

/** What moderators did, as the log says it to everybody. */
export async function actsFeed(db: Db): Promise<Listed> {
  const { items } = await newestActs(db, page)
  return { title: 'What moderators did · Parallax', items: items.map(actItem) }
}

function actItem(one: Act): FeedItem {
  const { id, act, kind, thingId, rule, rulesVersion, until, counts, at, moderator } = one
  const did = `${didTo(act, kind)}${until === null ? '' : `, until ${dayOf(until)}`}.`
  const said = thingId === null ? escaped(did) : `<a href="/${kind}s/${thingId}">${escaped(did)}</a>`
  const by = `<a href="/rules?version=${rulesVersion}#${rule}">${escaped(ruleNamed(rule, rulesVersion))}</a>`
  const html = `<p>${said}</p>${paragraph(changedWords(act, counts) ?? '')}<p>${by}</p>`
  return feedItem(`/moderation/log#act-${id}`, didTo(act, kind), html, at, moderator === null ? [] : [moderator])
}

/** What a search finds, in its order: it costs what a search costs. */
export async function searchFeed({ db, url, limits, address }: Asked): Promise<Listed> {
  await limits.work('search', address)
  const q = (url.searchParams.get('q') ?? '').trim()
  const items = q === '' ? [] : (await search(db, q, kindAsked(url), page)).items
  return { title: `${q || 'Nothing'} · Search · Parallax`, items: items.map(hitItem) }
}

function hitItem({ kind, title, href, snippet, author, createdAt }: Hit): FeedItem {
  const words = title.map(({ text }) => text).join('')
  const html = snippet.map(htmlOf).join('')
  return feedItem(href, kind === 'comment' ? `On ${words}` : words, `<p>${html}</p>`, createdAt, [author])
}

const htmlOf = ({ text, isHit }: Piece) => (isHit ? `<mark>${escaped(text)}</mark>` : escaped(text))
