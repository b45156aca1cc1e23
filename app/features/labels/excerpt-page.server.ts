import type { Member } from '#app/features/accounts/member.ts'
import type { Excerpt } from '#app/features/transcripts/excerpt.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import type { TurnRole } from '#app/features/transcripts/transcript.ts'
import { turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import { lengthOf, shortened, slice } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { type Labelling, tallyWords } from './labelling.ts'
import { labellingsOf } from './labellings.server.ts'
import { allLabelNames } from './labels.server.ts'
import type { Pictured } from './picture/picture-layout.ts'

/** All that an excerpt's page shows; `unfolds` is what other sites show of it. */
export async function excerptPage(db: Db, origin: string, id: string, member: Member | null) {
  const { exact, ...excerpt } = await findExcerptFacts(db, id)
  const labellings = (await labellingsOf(db, [id], member)).get(id) ?? []
  const all = await allLabelNames(db)
  const on = new Set(labellings.map(({ labelId }) => labelId))
  const address = `${origin}/excerpts/${id}`
  return {
    excerpt,
    address,
    turns: excerpt.whole ? [] : await excerptInContext(db, excerpt),
    labellings,
    names: all.filter((label) => label.retiredAt === null && !on.has(label.id)),
    definitions: Object.fromEntries(
      all.filter((label) => on.has(label.id)).map((label) => [label.id, label.definition]),
    ),
    unfolds: unfolding(id, picturedOf({ ...excerpt, exact }, labellings)),
  }
}

/** What the picture of an excerpt shows: the same to everybody, and to a member it shows how others label it. */
export async function picturedExcerpt(db: Db, id: string, member: Member | null): Promise<Pictured> {
  const excerpt = await findExcerptFacts(db, id)
  return picturedOf(excerpt, (await labellingsOf(db, [id], member)).get(id) ?? [])
}

const mostPictured = 600

function picturedOf({ exact, whole, transcriptTitle: title, model }: Excerpt, labellings: Labelling[]): Pictured {
  const words = whole ? title : shortened(exact, mostPictured)
  return { words, isWhole: whole, title, model, labellings }
}

/** What other sites show of it, and what programs read in its place. */
function unfolding(id: string, { words, title, isWhole, labellings }: Pictured) {
  const tallies = labellings.map((labelling) => `${labelling.name}: ${tallyWords(labelling)}`)
  const alternate = { tagName: 'link', rel: 'alternate' } as const
  return {
    title: isWhole ? words : `“${shortened(words, 80)}”`,
    description: [isWhole ? '' : `From ${title}.`, tallies.join('; ')].join(' ').trim() || title,
    kind: 'article' as const,
    picture: { path: `/excerpts/${id}/picture.png`, alt: shortened(words, 200) },
    more: [
      { ...alternate, type: 'application/ld+json', href: `/annotations/${id}`, title: 'Web Annotation' },
      { ...alternate, type: 'application/json', href: `/api/v1/excerpts/${id}`, title: 'JSON' },
    ],
  }
}

/** One turn's part of an excerpt, with a few sentences around it. */
export interface WordsInTurn {
  turn: number
  role: TurnRole
  speaker: string | null
  before: string
  words: string
  after: string
}

const mostTurns = 12
const mostWords = 6000
const around = 500
const sentencesAround = 2

/** The words of an excerpt as they stand, turn by turn: the first dozen turns, long ones shortened. */
export async function excerptInContext(
  db: Db,
  { transcriptId, start, end }: Omit<Excerpt, 'exact'>,
): Promise<WordsInTurn[]> {
  const turns = await turnsOf(db, transcriptId, start.turn, Math.min(end.turn + 1, start.turn + mostTurns))
  return turns.map(({ role, speaker, text }, place) => {
    const turn = start.turn + place
    const from = turn === start.turn ? start.offset : 0
    const to = turn === end.turn ? end.offset : undefined
    const words = slice(text, from, to)
    return {
      ...{ turn, role, speaker },
      before: lastSentences(slice(text, Math.max(0, from - around), from), from > around),
      words: lengthOf(words) > mostWords ? `${slice(words, 0, mostWords)} …` : words,
      after: to === undefined ? '' : firstSentences(slice(text, to, to + around), lengthOf(text) > to + around),
    }
  })
}

/** White space that stands alone goes with the sentence before it, or the one after where there is none. */
function sentences(text: string): string[] {
  const all: string[] = []
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const last = all.at(-1)
    if (last !== undefined && !(segment.trim() && last.trim())) all[all.length - 1] = last + segment
    else all.push(segment)
  }
  return all
}

function lastSentences(text: string, isCut: boolean): string {
  const all = sentences(text)
  const last = all.slice(-sentencesAround).join('')
  return all.length > sentencesAround || isCut ? `… ${last.trimStart()}` : last
}

function firstSentences(text: string, isCut: boolean): string {
  const all = sentences(text)
  const first = all.slice(0, sentencesAround).join('')
  return all.length > sentencesAround || isCut ? `${first.trimEnd()} …` : first
}
