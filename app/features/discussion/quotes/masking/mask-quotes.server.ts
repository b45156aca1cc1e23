import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './mask-quotes.queries.server.ts'

/** Masks what comments about a transcript quote, of it or of each other; what people wrote in words of their own stays. Answers the comments. */
export async function maskQuotes(tx: Db, transcriptId: string, hide: (copy: string) => string): Promise<string[]> {
  const changed: string[] = []
  for (const quote of await queries.selectQuotesAbout(tx, transcriptId)) {
    const { exact, prefix, suffix, before_words, after_words } = quote
    const old = { exact, prefix, suffix, before_words, after_words }
    const words = {
      ...{ exact: hide(exact), prefix: hide(prefix), suffix: hide(suffix) },
      ...{ before_words: hide(before_words), after_words: hide(after_words) },
    }
    if (JSON.stringify(words) === JSON.stringify(old)) continue
    await queries.updateWords(tx, quote.comment_id, words)
    await touch(tx, { kind: 'comment', id: quote.comment_id })
    changed.push(quote.comment_id)
  }
  return changed
}
