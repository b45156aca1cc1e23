import type { Member } from '#app/features/accounts/member.ts'
import { between, type Excerpt, type Place, type Span } from '#app/features/transcripts/excerpt.ts'
import { excerptAt, excerptOfQuote, findExcerptFacts, wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { findTranscriptFacts, turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import { lengthOf } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { isObject, listOf } from './model/values.ts'
import { type Named, namedBy, type Said, saidBy } from './places.ts'

/** A target that was found: the transcript that it is in, and the excerpt that it marks; none when it is all of it, or says where in a way of its own. */
export interface Found {
  transcriptId: string
  excerptId: string | null
}

/** Finds what a target is about and marks its words. Refuses what is not here, and words that stand nowhere or in several places. */
export async function markTarget(db: Db, member: Member, origins: readonly string[], target: unknown): Promise<Found> {
  const named = await namedHere(db, origins, target)
  if (named.kind === 'excerpt') {
    const { id, transcriptId, whole } = await findExcerptFacts(db, named.id)
    return { transcriptId, excerptId: whole ? null : id }
  }
  const said = saidBy(target)
  const excerpt = await marked(db, member, named, { turn: named.turn, ...said })
  return { transcriptId: named.id, excerptId: excerpt && !excerpt.whole ? excerpt.id : null }
}

/** The excerpt that tags of a target go on. */
export async function taggedExcerpt(db: Db, member: Member, { transcriptId, excerptId }: Found): Promise<string> {
  return excerptId ?? (await wholeExcerpt(db, member, transcriptId)).excerpt.id
}

async function namedHere(db: Db, origins: readonly string[], target: unknown): Promise<Named> {
  const source = isObject(target) ? (target.source ?? target.id) : target
  const address = isObject(source) ? source.id : source
  const named = namedBy(address, origins)
  if (!named) throw invalid({ target: 'This is no transcript or excerpt of this site; a target is its address.' })
  const find = named.kind === 'transcript' ? findTranscriptFacts(db, named.id) : findExcerptFacts(db, named.id)
  await find.catch((error) => {
    throw isRefusal(error) ? invalid({ target: `There is no such ${named.kind}.` }) : error
  })
  return named
}

async function marked(db: Db, member: Member, { id }: Named, said: Said): Promise<Excerpt | undefined> {
  const { quote, turn } = said
  const span = await spanOf(db, id, said)
  if (span && !quote) return (await excerptAt(db, member, id, span).catch(asTarget)).excerpt
  if (span && quote) {
    const there = await excerptAt(db, member, id, span, quote.exact).catch(nothingWhenRefused)
    if (there) return there.excerpt
  }
  if (!quote) return undefined
  return (await excerptOfQuote(db, member, id, { ...quote, turn }).catch(asTarget)).excerpt
}

/** Where it is said to be; a whole turn when only that is said. */
async function spanOf(db: Db, id: string, { start, end, stretch, turn, quote }: Said): Promise<Span | undefined> {
  if (start && end) return { start, end }
  if (stretch && (stretch.turn ?? turn) !== undefined) {
    const own = (stretch.turn ?? turn) as number
    return { start: { turn: own, offset: stretch.start }, end: { turn: own, offset: stretch.end } }
  }
  if (turn === undefined && !stretch) return undefined
  const texts = (await turnsOf(db, id)).map(({ text }) => text)
  if (stretch) return { start: placeAt(texts, stretch.start), end: placeAt(texts, stretch.end, true) }
  if (quote) return undefined
  return {
    start: { turn: turn as number, offset: 0 },
    end: { turn: turn as number, offset: lengthOf(texts[turn as number] ?? '') },
  }
}

/** The place at so many code points of all turns' texts, joined as an excerpt's words are. Past the end it lies outside the last turn, where marking refuses it. */
function placeAt(texts: string[], at: number, isEnd = false): Place {
  let left = at
  for (const [turn, text] of texts.entries()) {
    const length = lengthOf(text)
    const isHere = isEnd ? left <= length : left < length
    if (isHere || turn === texts.length - 1) return { turn, offset: Math.max(0, left) }
    left -= length + between.length
  }
  return { turn: 0, offset: at }
}

const nothingWhenRefused = (error: unknown) => {
  if (isRefusal(error) && error.kind === 'invalid') return undefined
  throw error
}

/** A refusal of words that were not found names the part of the annotation that it is about. */
function asTarget(error: unknown): never {
  if (!isRefusal(error) || error.kind !== 'invalid') throw error
  throw invalid({ 'target.selector': listOf(Object.values(error.errors)).flat(2) as string[] })
}
