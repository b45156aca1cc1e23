import { touch } from '#app/features/activity/activity.server.ts'
import { withTexts } from '#app/lib/mask.ts'
import type { Db } from '#db/open.ts'
import * as queries from './mask-annotations.queries.server.ts'

const atOnce = 500

/** Masks what annotations about a transcript, or about words marked in it, say of its words; those that mark an excerpt have no words of their own. */
export async function maskAnnotations(tx: Db, transcriptId: string, hide: (copy: string) => string) {
  const about = await aboutIts(tx, transcriptId)
  for (let after = ''; ; ) {
    const rows = await queries.selectSent(tx, after, atOnce)
    for (const row of rows) if (about(row)) await maskOne(tx, row, hide)
    if (rows.length < atOnce) return
    after = rows.at(-1)?.id ?? ''
  }
}

type Sent = Awaited<ReturnType<typeof queries.selectSent>>[number]

/** Whether an annotation names the transcript or an excerpt of it; not one that quotes it from elsewhere. */
async function aboutIts(tx: Db, transcriptId: string) {
  const ids = new Set((await queries.selectExcerptIds(tx, transcriptId)).map(({ id }) => id))
  return ({ document, excerpts }: Sent) => {
    const marked: (string | null)[] = JSON.parse(excerpts)
    const named = [...document.matchAll(/\/(?:excerpts|annotations)\/([\w-]+)/g)].map(([, id]) => id as string)
    const isOf = [...marked, ...named].some((id) => id !== null && ids.has(id))
    return isOf || document.includes(`/transcripts/${transcriptId}`)
  }
}

const quoting = ['exact', 'prefix', 'suffix', 'bodyValue']

/** Text alone is masked: what names a kind, a purpose or a place of the page stays, whatever words it is made of. */
async function maskOne(tx: Db, { id, document }: Sent, hide: (copy: string) => string) {
  const isPlace = (of: object) => /(Selector|State)$/.test(String((of as { type?: unknown }).type))
  const isText = (key: string, of: object) => quoting.includes(key) || (key === 'value' && !isPlace(of))
  const hidden = JSON.stringify(withTexts(JSON.parse(document), isText, hide))
  if (hidden === document) return
  await queries.updateDocument(tx, id, hidden)
  await touch(tx, { kind: 'annotation', id })
}
