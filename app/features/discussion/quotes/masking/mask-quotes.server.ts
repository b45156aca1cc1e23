import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './mask-quotes.queries.server.ts'

/** Masks what comments quote of a transcript; what people wrote in words of their own stays. */
export async function maskQuotes(tx: Db, transcriptId: string, hide: (copy: string) => string) {
  for (const quote of await queries.selectQuotesOfTranscript(tx, transcriptId)) {
    const { exact, prefix, suffix, before_words, after_words } = quote
    const words = {
      ...{ exact: hide(exact), prefix: hide(prefix), suffix: hide(suffix) },
      ...{ before_words: hide(before_words), after_words: hide(after_words) },
    }
    await queries.updateWords(tx, quote.comment_id, words)
    await touch(tx, { kind: 'comment', id: quote.comment_id })
  }
}
