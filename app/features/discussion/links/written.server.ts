import { namesIn } from '#app/lib/markdown/syntax.server.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import * as queries from './links.queries.server.ts'

/** The HTML of what somebody writes, with [[names]] leading to the labels, framings, claims and posts that are called so now. */
export async function renderWritten(db: Db, body: string): Promise<string> {
  return renderMarkdown(body, { links: await linksTo(db, namesIn(body)) })
}

/** Where names lead, by `nameKey`. Of several things called the same, terms come before claims and claims before posts, the newest first. */
export async function linksTo(db: Db, names: string[]): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  if (names.length === 0) return links
  const add = (kind: string, things: { id: string; key: string }[]) => {
    for (const { id, key } of things) if (!links.has(key)) links.set(key, `/${kind}/${id}`)
  }
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, key: nameKey(name) }))
  const termed = (rows: { id: string; name_key: string }[]) => rows.map(({ id, name_key: key }) => ({ id, key }))
  const terms = await queries.selectTerms(db, [...new Set(names.map(nameKey))])
  add('labels', termed(terms.labels))
  add('framings', termed(terms.framings))
  const titled = await queries.selectTitled(db, names)
  add('claims', named(titled.claims))
  add('posts', named(titled.posts))
  return links
}
