import { touch } from '#app/features/activity/activity.server.ts'
import { maskOf, withMasked, withMaskedEdges, withTexts } from '#app/lib/mask.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { ExcerptRow, TurnRow } from '#db/tables.ts'
import { between, contextOf, wordsOf } from '../excerpt.ts'
import { keepScores } from '../scores/scores.server.ts'
import { titleFrom } from '../transcript.ts'
import * as queries from './redact-transcript.queries.server.ts'

export interface Redacted {
  /** In how many places the words stood. */
  places: number
  /** A copy of words of the transcript, masked where it holds what nobody should read any more. */
  hide(copy: string): string
  /** Marked words as they were, for who copied how they begin. */
  marked: { before: string; after: string }[]
}

/** Masks words wherever they stand in a transcript, code point for code point, and in all excerpts; offsets and the hash stay, so that the same transcript brought again is this one. */
export async function redactTranscript(tx: Db, id: string, words: string): Promise<Redacted> {
  const held = await queries.updateToHold(tx, id)
  if (!held) throw notFound('transcript')
  const turns = await queries.selectTurns(tx, id)
  const places = placesIn([...textsIn(held), ...turns.flatMap(saidIn)], words)
  if (places === 0) throw invalid({ words: 'These words do not stand in this transcript, letter for letter.' })
  const [before, after] = [turns.map(({ text }) => text), turns.map(({ text }) => withMasked(text, words))]
  for (const turn of turns) await maskTurn(tx, turn, words)
  const isFirstWords = held.title === titleFrom(turns)
  const title = isFirstWords ? titleFrom(turns.map((turn, at) => ({ ...turn, text: after[at] ?? '' }))) : held.title
  const facts = maskedFacts({ ...held, title }, words)
  await queries.updateFacts(tx, id, facts)
  await keepScores(tx, id, JSON.parse(facts.scores))
  const marked = await maskExcerpts(tx, id, after)
  return { places, marked, hide: hiding(before.join(between), after.join(between), words) }
}

const textsIn = ({ title, source, scores }: queries.Facts) =>
  [title, source, ...Object.values(JSON.parse(scores))].filter((text) => typeof text === 'string')

const saidIn = ({ speaker, text }: TurnRow) => [speaker ?? '', text]

const placesIn = (texts: string[], words: string) => texts.reduce((sum, text) => sum + text.split(words).length - 1, 0)

async function maskTurn(tx: Db, turn: TurnRow, words: string) {
  const [text, speaker] = [withMasked(turn.text, words), turn.speaker && withMasked(turn.speaker, words)]
  if (text !== turn.text || speaker !== turn.speaker) await queries.updateTurn(tx, { ...turn, text, speaker })
}

/** Model, condition and licence name kinds of transcripts, by which they are found and compared: they stay. */
function maskedFacts({ title, source, scores }: queries.Facts, words: string): queries.Facts {
  const hide = (text: string) => withMasked(text, words)
  const scored = withTexts(JSON.parse(scores), () => true, hide)
  return { title: hide(title), source: source && hide(source), scores: JSON.stringify(scored) }
}

async function maskExcerpts(tx: Db, id: string, texts: string[]) {
  const marked: Redacted['marked'] = []
  for (const row of await queries.selectExcerpts(tx, id)) {
    const now = wordsIn(row, (turn) => texts[turn] ?? '')
    if (now.exact === row.exact && now.prefix === row.prefix && now.suffix === row.suffix) continue
    await queries.updateWords(tx, row.id, now)
    await touch(tx, { kind: 'excerpt', id: row.id })
    if (now.exact !== row.exact) marked.push({ before: row.exact, after: now.exact })
  }
  return marked
}

function wordsIn(row: ExcerptRow, textOf: (turn: number) => string) {
  const start = { turn: row.start_turn, offset: row.start_offset }
  const span = { start, end: { turn: row.end_turn, offset: row.end_offset } }
  return { exact: wordsOf(span, textOf), ...contextOf(span, textOf) }
}

/** A copy loses the words, and what of them stands at its edges where it was cut. One that stood in the text before and does not any more held a part of them, and is masked whole. */
function hiding(before: string, after: string, words: string): Redacted['hide'] {
  return (copy) => {
    if (copy === '' || after.includes(copy)) return copy
    const rest = withMasked(copy, words)
    const isPart = rest === copy && (before.includes(copy) || words.includes(copy))
    return isPart ? maskOf(copy) : withMaskedEdges(rest, words)
  }
}
