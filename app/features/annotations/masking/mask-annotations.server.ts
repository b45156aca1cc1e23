import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import { isObject } from '../model/values.ts'
import * as queries from './mask-annotations.queries.server.ts'

/** Masks what annotations about a transcript say of its words; those that mark an excerpt have no words of their own. */
export async function maskAnnotations(tx: Db, transcriptId: string, hide: (copy: string) => string) {
  for (const { id, document } of await queries.selectAbout(tx, transcriptId)) {
    const hidden = JSON.stringify(hiddenIn(JSON.parse(document), hide))
    if (hidden === document) continue
    await queries.updateDocument(tx, id, hidden)
    await touch(tx, { kind: 'annotation', id })
  }
}

const quoting = ['exact', 'prefix', 'suffix', 'bodyValue']

/** Text alone is masked: what names a kind, a purpose or a place of the page stays, whatever words it is made of. */
function hiddenIn(part: unknown, hide: (copy: string) => string): unknown {
  if (Array.isArray(part)) return part.map((one) => hiddenIn(one, hide))
  if (!isObject(part)) return part
  const isPlace = /(Selector|State)$/.test(String(part.type))
  const isText = (key: string) => quoting.includes(key) || (key === 'value' && !isPlace)
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    typeof value === 'string' && isText(key) ? hide(value) : hiddenIn(value, hide),
  ])
  return Object.fromEntries(entries)
}
