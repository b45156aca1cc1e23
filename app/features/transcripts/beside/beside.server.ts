import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { collectionsOf } from '../collections.server.ts'
import type { Excerpt } from '../excerpt.ts'
import { excerptsOf } from '../excerpts.server.ts'
import { comparableTo } from '../reading/neighbours.server.ts'
import { sizesOf, turnsAt } from '../reading/reading.server.ts'
import { type NumberedTurn, partsOf, type TranscriptFacts } from '../transcript.ts'
import { findTranscriptFacts, turnsOf } from '../transcripts.server.ts'
import { type Pair, pairTurns, type TurnKey } from './pair-turns.ts'

export interface Row {
  left: NumberedTurn | undefined
  right: NumberedTurn | undefined
  isSame: boolean
}

/** One of the two, with the excerpts that touch the turns on this page. */
export interface Side {
  transcript: TranscriptFacts
  excerpts: Excerpt[]
}

export interface Beside {
  left: Side
  right: Side
  rows: Row[]
  /** How many rows there are in all, and how many of them hold the same turn twice. */
  all: number
  same: number
  /** The rows that parts begin with, and which of these parts this is. */
  parts: number[]
  part: number
}

/** Two transcripts turn beside turn; the part that holds row `from`. */
export async function besideOf(db: Db, leftId: string, rightId: string, from: number): Promise<Beside> {
  const [left, right] = [await findTranscriptFacts(db, leftId), await findTranscriptFacts(db, rightId)]
  const [ofLeft, ofRight] = [await keysOf(db, leftId), await keysOf(db, rightId)]
  const pairs = pairTurns(ofLeft, ofRight)
  const lengthIn = (keys: Sized[], turn: number | null) => (turn === null ? 0 : (keys[turn]?.length ?? 0))
  const parts = partsOf(pairs.map((pair) => lengthIn(ofLeft, pair.left) + lengthIn(ofRight, pair.right)))
  const part = Math.max(
    0,
    parts.findLastIndex((first) => first <= from),
  )
  const shown = pairs.slice(parts[part], parts[part + 1])
  const rows = await rowsOf(db, leftId, rightId, shown)
  const same = pairs.filter(({ isSame }) => isSame).length
  const sides = { left: await sideOf(db, left, rows, 'left'), right: await sideOf(db, right, rows, 'right') }
  return { ...sides, rows, all: pairs.length, same, parts, part }
}

async function sideOf(db: Db, transcript: TranscriptFacts, rows: Row[], which: 'left' | 'right'): Promise<Side> {
  const numbers = rows.flatMap((row) => row[which]?.number ?? [])
  if (numbers.length === 0) return { transcript, excerpts: [] }
  const part = { from: Math.min(...numbers), to: Math.max(...numbers) + 1 }
  const excerpts = await excerptsOf(db, transcript.id, part)
  return { transcript, excerpts: excerpts.filter(({ whole }) => !whole) }
}

type Sized = TurnKey & { length: number }

/** Read part by part, so that no long transcript is held all at once. */
async function keysOf(db: Db, id: string): Promise<Sized[]> {
  const sizes = await sizesOf(db, id)
  const starts = partsOf(sizes.map(({ length }) => length))
  const keys: Sized[] = []
  for (const [part, start] of starts.entries())
    for (const { role, text } of await turnsOf(db, id, start, starts[part + 1] ?? sizes.length))
      keys.push({ role, words: sha256(text), length: sizes[keys.length]?.length ?? 0 })
  return keys
}

async function rowsOf(db: Db, leftId: string, rightId: string, pairs: Pair[]): Promise<Row[]> {
  const numbersOf = (side: 'left' | 'right') => pairs.map((pair) => pair[side]).filter((turn) => turn !== null)
  const ofLeft = new Map((await turnsAt(db, leftId, numbersOf('left'))).map((turn) => [turn.number, turn]))
  const ofRight = new Map((await turnsAt(db, rightId, numbersOf('right'))).map((turn) => [turn.number, turn]))
  return pairs.map(({ left, right, isSame }) => ({
    left: left === null ? undefined : ofLeft.get(left),
    right: right === null ? undefined : ofRight.get(right),
    isSame,
  }))
}

const mostOffered = 50

/** What a transcript may be read beside: others of its collections, first those that begin with the same words of a user. */
export async function besideChoices(db: Db, id: string) {
  const transcript = await findTranscriptFacts(db, id)
  const firsts = await turnsOf(db, id, 0, 4)
  const asked = firsts.find(({ role }) => role === 'user') ?? firsts[0]
  const slugs = await collectionsOf(db, id)
  return { transcript, choices: await comparableTo(db, slugs, id, asked?.text ?? '', mostOffered) }
}

/** The id in an address of a transcript, or the id itself. */
export function idIn(address: string): string {
  return /\/transcripts\/([^/?#]+)/.exec(address)?.[1] ?? address.trim()
}
