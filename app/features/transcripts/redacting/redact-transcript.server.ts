import { touch } from '#app/features/activity/activity.server.ts'
import { maskOf, withMasked } from '#app/lib/mask.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { ExcerptRow } from '#db/tables.ts'
import { between, contextOf, wordsOf } from '../excerpt.ts'
import { turnsOf } from '../transcripts.server.ts'
import * as queries from './redact-transcript.queries.server.ts'

export interface Redacted {
  /** In how many places the words stood. */
  places: number
  /** A copy of words of the transcript, masked where it holds what nobody should read any more. */
  hide(copy: string): string
}

/** Masks words wherever they stand in a transcript, code point for code point, and in all excerpts; offsets and the hash stay, so that the same transcript brought again is this one. */
export async function redactTranscript(tx: Db, id: string, words: string): Promise<Redacted> {
  const held = await queries.updateToHold(tx, id)
  if (!held) throw notFound('transcript')
  const before = (await turnsOf(tx, id)).map(({ text }) => text)
  const after = before.map((text) => withMasked(text, words))
  const places = before.reduce((sum, text) => sum + text.split(words).length - 1, 0)
  if (places === 0) throw invalid({ words: 'These words do not stand in this transcript, letter for letter.' })
  for (const [turn, text] of after.entries()) if (text !== before[turn]) await queries.updateTurn(tx, id, turn, text)
  await queries.updateTitle(tx, id, withMasked(held.title, words))
  await maskExcerpts(tx, id, after)
  return { places, hide: hiding(before.join(between), after.join(between), words) }
}

async function maskExcerpts(tx: Db, id: string, texts: string[]) {
  for (const row of await queries.selectExcerpts(tx, id)) {
    const now = wordsIn(row, (turn) => texts[turn] ?? '')
    if (now.exact === row.exact && now.prefix === row.prefix && now.suffix === row.suffix) continue
    await queries.updateWords(tx, row.id, now)
    await touch(tx, { kind: 'excerpt', id: row.id })
  }
}

function wordsIn(row: ExcerptRow, textOf: (turn: number) => string) {
  const start = { turn: row.start_turn, offset: row.start_offset }
  const span = { start, end: { turn: row.end_turn, offset: row.end_offset } }
  return { exact: wordsOf(span, textOf), ...contextOf(span, textOf) }
}

/** A copy loses the words; one that still stood in the text before and does not any more held a part of them, and is masked whole. */
function hiding(before: string, after: string, words: string): Redacted['hide'] {
  return (copy) => {
    const rest = withMasked(copy, words)
    const isPart = rest === copy && copy !== '' && before.includes(copy) && !after.includes(copy)
    return isPart ? maskOf(copy) : rest
  }
}
