/** What has pages that searches are told of, one a thing. */
export const sitemapKinds = [
  'claim',
  'post',
  'transcript',
  'excerpt',
  'label',
  'framing',
  'concept',
  'collection',
] as const
export type SitemapKind = (typeof sitemapKinds)[number]

export const isSitemapKind = (kind: string | null): kind is SitemapKind =>
  (sitemapKinds as readonly (string | null)[]).includes(kind)

/** Addresses that one file may hold, by sitemaps.org. */
export const mostListed = 50_000

/** The pages that are always there. */
export const standingPages = [
  '/',
  '/about',
  '/guide',
  '/claims',
  '/posts',
  '/comments',
  '/transcripts',
  '/collections',
  '/labels',
  '/labels/disputed',
  '/framings',
  '/concepts',
  '/classifiers',
  '/numbers',
  '/rules',
  '/moderation/log',
  '/api',
  '/keys',
]

/** A part of what is listed: things of a kind after an id; all of it that has no kind are the standing pages. */
export interface SitemapPart {
  kind: SitemapKind | null
  after: string
}

/** An id that every other comes after. */
export const first = ''

/** Where a part is to be had; no id has a sign that an address or XML would have to escape. */
export function partPath({ kind, after }: SitemapPart): string {
  return `/sitemap.xml?of=${kind ?? 'pages'}${after === first ? '' : `&after=${encodeURIComponent(after)}`}`
}
