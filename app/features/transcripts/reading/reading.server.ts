import type { Db } from '#db/open.ts'
import { type NumberedTurn, partsOf, type TranscriptFacts, type TurnRole } from '../transcript.ts'
import { findTranscriptFacts } from '../transcripts.server.ts'
import { holds } from './find-words.ts'
import * as queries from './reading.queries.server.ts'
import { isNarrowed, type View } from './view.ts'

export interface TurnSize {
  position: number
  role: TurnRole
  /** In code points. */
  length: number
}

/** Where an excerpt begins and ends, and how. */
export interface MarkPlace {
  id: string
  turn: number
  offset: number
  endTurn: number
  words: string
}

export interface Reading {
  transcript: TranscriptFacts
  turns: NumberedTurn[]
  /** Of every turn. */
  sizes: TurnSize[]
  marks: MarkPlace[]
  /** How many turns there are to read, here and in other parts. */
  wanted: number
  /** The turns that parts begin with, and which of these parts this is. */
  parts: number[]
  part: number
}

/** What a view shows of a transcript: the turns that it asks for, as many as one page holds. */
export async function readingOf(db: Db, id: string, view: View): Promise<Reading> {
  const transcript = await findTranscriptFacts(db, id)
  const sizes = await sizesOf(db, id)
  const marks = (await queries.selectMarkPlaces(db, id)).map(markPlaceOf)
  const wanted = isNarrowed(view) ? await wantedTurns(db, id, view, sizes, marks) : sizes
  const starts = partsOf(wanted.map(({ length }) => length))
  const parts = starts.map((start) => wanted[start]?.position ?? 0)
  const part = Math.max(
    0,
    parts.findLastIndex((first) => first <= view.from),
  )
  const positions = wanted.slice(starts[part], starts[part + 1]).map(({ position }) => position)
  return { transcript, turns: await turnsAt(db, id, positions), sizes, marks, wanted: wanted.length, parts, part }
}

/** The role and length of every turn, in order. */
export function sizesOf(db: Db, id: string): Promise<TurnSize[]> {
  return queries.selectTurnSizes(db, id)
}

type MarkRow = Awaited<ReturnType<typeof queries.selectMarkPlaces>>[number]

const markPlaceOf = ({ id, start_turn, start_offset, end_turn, words }: MarkRow): MarkPlace => ({
  ...{ id, words },
  turn: start_turn,
  offset: start_offset,
  endTurn: end_turn,
})

async function wantedTurns(db: Db, id: string, view: View, sizes: TurnSize[], marks: MarkPlace[]) {
  const marked = new Set<number>()
  for (const { turn, endTurn } of marks) for (let at = turn; at <= endTurn; at++) marked.add(at)
  const left = sizes
    .filter(({ role }) => view.role === null || role === view.role)
    .filter(({ position }) => !view.marked || marked.has(position))
  return view.q === '' ? left : holding(db, id, view.q, left)
}

/** Those turns whose text holds the words, read part by part, so that a long transcript is never held all at once. */
async function holding(db: Db, id: string, q: string, sizes: TurnSize[]): Promise<TurnSize[]> {
  const starts = partsOf(sizes.map(({ length }) => length))
  const found: TurnSize[] = []
  for (const [part, start] of starts.entries()) {
    const some = sizes.slice(start, starts[part + 1])
    const turns = await turnsAt(
      db,
      id,
      some.map(({ position }) => position),
    )
    const numbers = new Set(turns.filter(({ turn }) => holds(turn.text, q)).map(({ number }) => number))
    found.push(...some.filter(({ position }) => numbers.has(position)))
  }
  return found
}

/** The turns of these numbers. */
export async function turnsAt(db: Db, id: string, positions: number[]): Promise<NumberedTurn[]> {
  if (positions.length === 0) return []
  const rows = await queries.selectTurnsAt(db, id, positions)
  return rows.map(({ position, role, speaker, text }) => ({ number: position, turn: { role, speaker, text } }))
}

/** The turns that a reading shows, from the first up to the last, exclusive. */
export function turnsShown({ turns }: Reading): { from: number; to: number } {
  return { from: turns[0]?.number ?? 0, to: (turns.at(-1)?.number ?? -1) + 1 }
}
