import type { Member } from '#app/features/accounts/member.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import { seededRandom } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import { excerptInContext, type WordsInTurn } from '../excerpt-page.server.ts'
import { findLabel } from '../labels.server.ts'
import * as queries from './queue.queries.server.ts'

export interface Pair {
  excerptId: string
  labelId: string
}

/** What the queue asks: the words in their context and what the label means, nothing else. */
export interface Question extends Pair {
  turns: WordsInTurn[]
  /** Turns of the excerpt that are left out. */
  missing: number
  label: { name: string; definition: string; examples: string; counterExamples: string }
}

/** How many questions an address says to skip. */
export function skippedIn(url: URL): number {
  const asked = url.searchParams.get('skip') ?? ''
  return /^\d{1,6}$/.test(asked) ? Number(asked) : 0
}

const randomShare = 1 / 3
const mostCandidates = 20
const mostDraws = 10

type Random = () => number

/** What a member is asked next; the same until they answer it or skip it. Nothing where nothing needs their eyes. */
export async function nextQuestion(db: Db, member: Member, skipped: number): Promise<Question | null> {
  const pair = await nextPair(db, member, skipped)
  return pair && questionOf(db, pair)
}

/** A third are random pairs that nobody put together; the others are labels with few votes or split ones. */
export async function nextPair(db: Db, member: Member, skipped: number): Promise<Pair | null> {
  const random = seededRandom(`${member.id} ${skipped + (await queries.countVotesBy(db, member.id))}`)
  const isRandom = random() < randomShare
  const [first, second] = isRandom ? [randomPair, placedPair] : [placedPair, randomPair]
  return (await first(db, member.id, random)) ?? (await second(db, member.id, random))
}

async function placedPair(db: Db, memberId: string, random: Random): Promise<Pair | null> {
  return oneOf(await queries.selectPlaced(db, memberId, mostCandidates), random)
}

/** One that was drawn for others too, half of the time: a pair that only one member read says nothing of agreement. */
async function randomPair(db: Db, memberId: string, random: Random): Promise<Pair | null> {
  const drawn = oneOf(await queries.selectDrawn(db, memberId, mostCandidates), random)
  return drawn && random() < 0.5 ? drawn : ((await drawPair(db, memberId, random)) ?? drawn)
}

async function drawPair(db: Db, memberId: string, random: Random): Promise<Pair | null> {
  const count = await queries.countUnseenExcerpts(db, memberId)
  for (let draw = 0; count > 0 && draw < mostDraws; draw++) {
    const excerpt = await queries.selectUnseenExcerpt(db, memberId, Math.floor(random() * count))
    const labels = excerpt ? await queries.selectLabelsNotOn(db, excerpt.id) : []
    const label = labels[Math.floor(random() * labels.length)]
    if (excerpt && label) return { excerptId: excerpt.id, labelId: label.id }
  }
  return null
}

function oneOf(rows: { excerpt_id: string; label_id: string }[], random: Random): Pair | null {
  const row = rows[Math.floor(random() * rows.length)]
  return row ? { excerptId: row.excerpt_id, labelId: row.label_id } : null
}

async function questionOf(db: Db, pair: Pair): Promise<Question> {
  const excerpt = await findExcerptFacts(db, pair.excerptId)
  const turns = await excerptInContext(db, excerpt)
  const { name, definition, examples, counterExamples } = await findLabel(db, pair.labelId)
  const missing = excerpt.end.turn - excerpt.start.turn + 1 - turns.length
  return { ...pair, turns, missing, label: { name, definition, examples, counterExamples } }
}
