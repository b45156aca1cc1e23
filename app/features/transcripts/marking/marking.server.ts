import type { Db } from '#db/open.ts'
import { sentencesOf } from '../excerpt.ts'
import { wordsAt } from '../excerpts.server.ts'
import type { TranscriptFacts, Turn } from '../transcript.ts'
import { findTranscriptFacts, findTranscriptPart, turnsOf } from '../transcripts.server.ts'
import { numberOf, placeOf } from './mark-fields.ts'

/** What the marking page shows: words chosen elsewhere (`?start=&end=`), the sentences of a turn (`?turn=&at=`), or the turns to choose from. */
export async function markingOf(db: Db, transcriptId: string, query: URLSearchParams) {
  const transcript: TranscriptFacts = await findTranscriptFacts(db, transcriptId)
  const chosen = await chosenIn(db, transcriptId, query)
  const number = numberOf(query.get('turn')) ?? chosen?.turn
  const turn =
    number === undefined || number >= transcript.turnCount ? undefined : await turnIn(db, transcriptId, number, query)
  const part = turn ? undefined : await partIn(db, transcriptId, query)
  return { transcript, chosen, turn, part }
}

async function chosenIn(db: Db, transcriptId: string, query: URLSearchParams) {
  const [start, end] = [placeOf(query.get('start')), placeOf(query.get('end'))]
  const words = start && end && (await wordsAt(db, transcriptId, { start, end }))
  return words
    ? { start: query.get('start') as string, end: query.get('end') as string, words, turn: start.turn }
    : undefined
}

async function turnIn(db: Db, transcriptId: string, number: number, query: URLSearchParams) {
  const [turn] = await turnsOf(db, transcriptId, number, number + 1)
  return { number, ...sentencesOf((turn as Turn).text, numberOf(query.get('at'))) }
}

async function partIn(db: Db, transcriptId: string, query: URLSearchParams) {
  const { turns, from, to, parts } = await findTranscriptPart(db, transcriptId, numberOf(query.get('from')) ?? 0)
  return { turns, from, to, parts }
}
