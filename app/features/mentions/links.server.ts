import { namesIn } from '#app/lib/markdown/syntax.server.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import * as queries from './links.queries.server.ts'
import { keysAsked } from './name.ts'

/** The HTML of what somebody writes, with [[names]] leading to what is called so now, and those of nothing to where one asks. What is refused is said of the field. */
export async function renderWritten(db: Db, body: string, field = 'body'): Promise<string> {
  try {
    return renderMarkdown(body, { links: await linksTo(db, namesIn(body)) })
  } catch (error) {
    throw isRefusal(error) && field !== 'body' ? invalid({ [field]: error.message }) : error
  }
}

const kindsInOrder = ['label', 'framing', 'concept', 'claim', 'post'] as const

/** Where names lead, by `nameKey`. Of several things called the same, terms come before claims and claims before posts, the newest first; `concept:name` asks for one kind. */
export async function linksTo(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const asked = names.map(keysAsked)
  const found = [
    ...(await queries.selectNamed(db, [...new Set(asked.map(({ key }) => key))])),
    ...(await queries.selectTitled(db, names)).map(({ kind, id, title }) => ({ kind, id, name_key: nameKey(title) })),
  ]
  const inOrder = kindsInOrder.flatMap((kind) => found.filter((one) => one.kind === kind))
  const links = new Map<string, string>()
  for (const { full, kind, key } of asked) {
    const one = inOrder.find((thing) => thing.name_key === key && (kind === null || thing.kind === kind))
    if (one) links.set(full, `/${one.kind}s/${one.id}`)
  }
  return links
}
