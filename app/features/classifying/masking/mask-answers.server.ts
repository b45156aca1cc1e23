import { maskOf } from '#app/lib/mask.ts'
import type { Db } from '#db/open.ts'
import { keepable } from '../reading/read-answer.ts'
import * as queries from './mask-answers.queries.server.ts'
import { isAlike, maskedAlike, unescaped } from './masked.ts'

/** Masks words of a transcript in what models were asked and answered about it; call it after the excerpts are masked. A raw answer that says them in escapes loses these. */
export async function maskAnswers(tx: Db, transcriptId: string, words: string, hide: (copy: string) => string) {
  for (const prompt of await queries.selectPrompts(tx, transcriptId)) {
    const masked = maskedAlike(hide(prompt.words), words)
    if (masked !== prompt.words) await queries.updatePrompt(tx, prompt.hash, masked)
  }
  for (const { id, raw } of await queries.selectAnswers(tx, transcriptId)) {
    const gone = await maskQuotes(tx, id, words, hide)
    const plain = keepable(unescaped(raw))
    const masked = gone.reduce((text, quote) => text.replaceAll(quote, maskOf(quote)), maskedAlike(hide(plain), words))
    if (masked !== plain) await queries.updateRaw(tx, id, masked)
  }
}

/** Masks the quotes of an answer, and gives those that are masked whole since their excerpt holds masked words. */
async function maskQuotes(tx: Db, answerId: string, words: string, hide: (copy: string) => string): Promise<string[]> {
  const gone: string[] = []
  for (const { position, quote, exact, whole } of await queries.selectQuotes(tx, answerId)) {
    if (quote === '') continue
    const isChanged = exact !== null && whole === 0 && !isAlike(exact, quote)
    const own = maskedAlike(hide(quote), words)
    const masked = own === quote && isChanged && exact.includes('█') ? maskOf(quote) : own
    if (masked === quote) continue
    gone.push(quote)
    await queries.updateQuote(tx, answerId, position, masked)
  }
  return gone
}
