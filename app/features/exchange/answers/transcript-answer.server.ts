import * as v from 'valibot'
import { type Collection, visibilities } from '#app/features/transcripts/collections/collection.ts'
import {
  completenesses,
  type Transcript,
  type TranscriptFacts,
  turnRoles,
} from '#app/features/transcripts/transcript.ts'
import { isoTime } from '#app/lib/clock.ts'

const text = v.nullable(v.string())

export const TranscriptAnswer = v.object({
  id: v.string(),
  title: v.string(),
  model: text,
  condition: text,
  source: text,
  licence: text,
  completeness: v.picklist(completenesses),
  turns: v.pipe(
    v.optional(v.array(v.object({ index: v.number(), role: v.picklist(turnRoles), speaker: text, text: v.string() }))),
    v.description('In order, the index from 0. Lists leave the turns out.'),
  ),
  turnCount: v.number(),
  scores: v.record(v.string(), v.union([v.number(), v.string(), v.boolean(), v.null()])),
  excerptCount: v.number(),
  collections: v.pipe(v.array(v.string()), v.description('Ids of the public collections that it is in.')),
  addedBy: v.object({ handle: v.string() }),
  createdAt: v.string(),
})

/** What the API says of a transcript with its turns. */
export function transcriptAnswer({ turns, ...facts }: Transcript, collections: string[]) {
  return {
    ...transcriptLine(facts, collections),
    turns: turns.map(({ role, speaker, text }, index) => ({ index, role, speaker, text })),
  } satisfies v.InferOutput<typeof TranscriptAnswer>
}

/** What a list says of a transcript. */
export function transcriptLine(facts: TranscriptFacts, collections: string[] = []) {
  const { id, title, model, condition, source, licence, completeness, turnCount, scores, excerptCount } = facts
  return {
    ...{ id, title, model, condition, source, licence, completeness, turnCount, scores, excerptCount, collections },
    addedBy: { handle: facts.addedBy },
    createdAt: isoTime(facts.createdAt),
  } satisfies v.InferOutput<typeof TranscriptAnswer>
}

export const CollectionAnswer = v.object({
  id: v.string(),
  title: v.string(),
  description: v.pipe(v.string(), v.description('Markdown.')),
  html: v.string(),
  visibility: v.pipe(v.picklist(visibilities), v.description('Unlisted: found by its address alone.')),
  transcriptCount: v.number(),
  madeBy: v.object({ handle: v.string() }),
  createdAt: v.string(),
  transcripts: v.pipe(
    v.optional(v.object({ items: v.array(TranscriptAnswer), next: text })),
    v.description('A page of them, in the collection’s order: where the collection itself is asked for.'),
  ),
})

export function collectionAnswer(collection: Collection) {
  const { id, title, description, html, visibility, transcriptCount, madeBy, createdAt } = collection
  return {
    ...{ id, title, description, html, visibility, transcriptCount },
    madeBy: { handle: madeBy },
    createdAt: isoTime(createdAt),
  } satisfies v.InferOutput<typeof CollectionAnswer>
}

/** As in lists, which leave out html. */
export const ListedCollectionAnswer = v.omit(CollectionAnswer, ['html', 'transcripts'])

export function listedCollectionAnswer(collection: Collection) {
  const { html: _, ...rest } = collectionAnswer(collection)
  return rest satisfies v.InferOutput<typeof ListedCollectionAnswer>
}
