import { withTexts } from '#app/lib/mask.ts'
import type { Db } from '#db/open.ts'
import * as queries from './mask-previews.queries.server.ts'

const isShown = (key: string) => ['title', 'speaker', 'text'].includes(key)

/** Masks words of a transcript in what previews show of files that wait. The files themselves nobody is shown; imported, they become the transcript that is masked. */
export async function maskPreviews(tx: Db, hide: (copy: string) => string) {
  for (const { id, preview } of await queries.selectPreviews(tx)) {
    const masked = JSON.stringify(withTexts(JSON.parse(preview ?? 'null'), isShown, (text) => hidden(text, hide)))
    if (masked !== preview) await queries.updatePreview(tx, id, masked)
  }
}

/** A preview shows how a turn begins, and says that it goes on. */
function hidden(text: string, hide: (copy: string) => string) {
  return text.endsWith('…') ? `${hide(text.slice(0, -1))}…` : hide(text)
}
