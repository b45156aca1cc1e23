import { isoTime } from '#app/lib/clock.ts'
import { type Feed, feedPath, withOrigin } from './feed.ts'

/** A feed after JSON Feed 1.1. */
export function jsonFeedOf({ title, path, items }: Feed, origin: string) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: origin + path,
    feed_url: origin + feedPath(path, 'json'),
    language: 'en',
    items: items.map((item) => ({
      id: origin + item.path,
      url: origin + item.path,
      title: item.title,
      content_html: withOrigin(item.html, origin, item.path),
      date_published: isoTime(item.at),
      date_modified: isoTime(item.editedAt ?? item.at),
      authors: item.authors.map((name) => ({ name, url: `${origin}/members/${name}` })),
    })),
  }
}
