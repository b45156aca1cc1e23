/** A list as programs follow it; paths begin with a slash, and addresses are made of them with the site's origin. */
export interface Feed {
  title: string
  /** The page of which it is the twin, query and all. */
  path: string
  items: FeedItem[]
}

/** A feed, of whichever page it is the twin. */
export type Listed = Omit<Feed, 'path'>

export interface FeedItem {
  /** The thing's own page, which is also its id: it never changes. */
  path: string
  title: string
  html: string
  at: number
  editedAt: number | null
  /** Handles. */
  authors: string[]
}

export const feedSize = 30

export const formats = ['atom', 'json'] as const
export type FeedFormat = (typeof formats)[number]

/** Where the twin of a page stands: `/posts?sort=hot` → `/posts.atom?sort=hot`. */
export function feedPath(path: string, format: FeedFormat): string {
  const [before, query] = path.split('?')
  return `${before}.${format}${query ? `?${query}` : ''}`
}

/** When the newest thing in it was written or changed; of an empty feed, the beginning of time. */
export function updatedOf({ items }: Feed): number {
  return Math.max(0, ...items.map(({ at, editedAt }) => editedAt ?? at))
}

/** HTML that was made here, with whole addresses: readers of a feed stand elsewhere. */
export function withOrigin(html: string, origin: string, path: string): string {
  const whole = (tag: string) =>
    tag.replace(/ (href|src)="(?=\/(?!\/))/g, ` $1="${origin}`).replace(/ href="(?=#)/g, ` href="${origin}${path}`)
  return html.replace(/<[^<>]*>/g, whole)
}
