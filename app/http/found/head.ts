import type { LoaderFunction, MetaDescriptor, MetaFunction, SerializeFrom } from '@remix-run/node'
import { shortened } from '#app/lib/text.ts'

/** What a page says of itself to whoever finds it in a search or is sent its address. */
export interface Found {
  title: string
  /** Of the thing itself, in one or two sentences. A page without one is for whoever does something there, and asks not to be listed. */
  description?: string
  /** Drawn for it alone; else there is the site's. */
  picture?: Picture
  /** What it is, in Open Graph's words. */
  kind?: 'website' | 'article' | 'profile'
  /** What stands in the head beside. */
  more?: readonly MetaDescriptor[]
}

interface Picture {
  path: string
  /** What it shows, in words. */
  alt: string
}

const pictureSize = { width: '1200', height: '630' }

const usual = {
  description: 'Where people stand on what AI models did, judged relative to what, with the words as evidence.',
  picture: {
    path: '/card.png',
    alt: 'Parallax: a claim with its framings in rows, and how far the standpoints stand apart on each.',
  },
}

/** The head of a page that says the same to everybody, whatever it shows. */
export function titled(title: string, description?: string): MetaFunction {
  return (asked) => headOf({ title, description }, whereIn(asked))
}

/** The head of a page by what its loader gave. */
export function headed<L extends LoaderFunction>(
  say: (data: SerializeFrom<L>, origin: string) => Found,
): MetaFunction<L> {
  return ({ data, ...asked }) => {
    const where = whereIn(asked)
    return headOf(say(data as SerializeFrom<L>, where.origin), where)
  }
}

interface Where {
  origin: string
  pathname: string
  search: string
}

function whereIn({ matches, location }: Pick<Parameters<MetaFunction>[0], 'matches' | 'location'>): Where {
  const root = matches.find(({ id }) => id === 'root')?.data as { origin?: string } | undefined
  return { origin: root?.origin ?? '', pathname: location.pathname, search: location.search }
}

/** Of a name for something: what it means. */
export const foundName = (title: string, definition: string): Found => ({
  title,
  description: definition || `What carries the name “${title}”, and where readers differ on it.`,
})

/** All that the head says of a page: to searches, to sites that unfold its address, and to browsers. */
export function headOf(found: Found, { origin, pathname, search }: Where): MetaDescriptor[] {
  const { title, picture = usual.picture, kind = 'website', more = [] } = found
  const description = shortened(found.description || usual.description, 300)
  const canonical = origin + (pathname.replace(/(?<!\/)\/+$/, '') || '/')
  const isListed = found.description !== undefined && !isFurtherOn(search)
  return [
    { title: pathname === '/' ? title : `${shortened(title, 100)} · Parallax` },
    { name: 'description', content: description },
    isListed ? { tagName: 'link', rel: 'canonical', href: canonical } : { name: 'robots', content: 'noindex, follow' },
    { property: 'og:type', content: kind },
    { property: 'og:site_name', content: 'Parallax' },
    { property: 'og:url', content: canonical },
    { property: 'og:title', content: shortened(title, 100) },
    { property: 'og:description', content: description },
    { property: 'og:image', content: origin + picture.path },
    { property: 'og:image:width', content: pictureSize.width },
    { property: 'og:image:height', content: pictureSize.height },
    { property: 'og:image:alt', content: shortened(picture.alt, 300) },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...more,
  ]
}

/** Whether an address is of a list's second page, or of a long thread's rest: what is found there has a page of its own, and the list one that begins it. */
const isFurtherOn = (search: string) => ['cursor', 'after'].some((name) => new URLSearchParams(search).has(name))
