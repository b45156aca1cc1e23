import { type Feed, type FeedItem, feedPath, updatedOf, withOrigin } from './feed.ts'

/** A feed after RFC 4287. */
export function atomOf(feed: Feed, origin: string): string {
  const { path, title, items } = feed
  const self = origin + feedPath(path, 'atom')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <updated>${new Date(updatedOf(feed)).toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(origin + path)}"/>
  <author><name>Parallax</name></author>
${items.map((item) => entryOf(item, origin)).join('')}</feed>
`
}

function entryOf({ path, title, html, at, editedAt, authors }: FeedItem, origin: string): string {
  const address = xml(origin + path)
  const by = authors.map((handle) => {
    return `    <author><name>${xml(handle)}</name><uri>${xml(`${origin}/members/${handle}`)}</uri></author>\n`
  })
  return `  <entry>
    <id>${address}</id>
    <title>${xml(title)}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${new Date(at).toISOString()}</published>
    <updated>${new Date(editedAt ?? at).toISOString()}</updated>
${by.join('')}    <content type="html">${xml(withOrigin(html, origin, path))}</content>
  </entry>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these, not even escaped
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function xml(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (one) => entities[one] as string)
}
