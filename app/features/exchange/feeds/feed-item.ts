import { escaped } from '#app/lib/html-text.ts'
import type { FeedItem } from './feed.ts'

export function feedItem(path: string, title: string, html: string, at: number, authors: string[] = []): FeedItem {
  return { path, title, html, at, editedAt: null, authors }
}

export const paragraph = (text: string) => (text === '' ? '' : `<p>${escaped(text)}</p>`)
