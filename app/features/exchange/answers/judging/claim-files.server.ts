import { daysLines, tallyLines } from '#app/features/ballots/files/tally-tables.ts'
import type { EffectIntervals } from '#app/features/ballots/standpoint-effect.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { type CellValue, csvLine } from '#app/lib/csv.ts'
import type { Db } from '#db/open.ts'
import { overTimeAsked } from './over-time-asked.server.ts'
import { tallyAnswer } from './tally-answer.server.ts'
import { tallyDaysAnswer } from './tally-days-answer.server.ts'

export interface ClaimFile {
  name: string
  type: string
  pieces: AsyncGenerator<string>
}

/** The numbers of a claim's plots, now, at a day's end, or over time, as a file. */
export async function claimFile(
  db: Db,
  claim: Claim,
  file: 'tally' | 'days',
  format: 'csv' | 'json',
  query: URLSearchParams,
  intervals?: EffectIntervals,
): Promise<ClaimFile> {
  const name = `${claim.id}-${file}.${format}`
  const of = file === 'tally' ? await tallyFile(db, claim, query, intervals) : await daysFile(db, claim, query)
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', pieces: linesOf(of.lines) }
  return { name, type: 'application/json; charset=utf-8', pieces: jsonOf({ claim: named(claim), ...of.answer }) }
}

async function tallyFile(db: Db, claim: Claim, query: URLSearchParams, intervals?: EffectIntervals) {
  const tally = await tallyOf(db, claim.id, { at: query.get('at'), intervals })
  return { lines: tallyLines(claim, tally), answer: tallyAnswer(tally) }
}

async function daysFile(db: Db, claim: Claim, query: URLSearchParams) {
  const found = await overTimeAsked(db, claim, query)
  return { lines: daysLines(claim, found.cells), answer: tallyDaysAnswer(claim.id, found) }
}

const named = ({ id, statement, standpoints, framings }: Claim) => ({
  id,
  statement,
  standpoints: standpoints.map(({ id, name, definition }) => ({ id, name, definition })),
  framings: framings.map(({ id, name, definition }) => ({ id, name, definition })),
})

const linesAtOnce = 1000

async function* linesOf(lines: readonly (readonly CellValue[])[]) {
  for (let at = 0; at < lines.length; at += linesAtOnce)
    yield lines
      .slice(at, at + linesAtOnce)
      .map(csvLine)
      .join('')
}

async function* jsonOf(document: object) {
  yield JSON.stringify(document)
}
