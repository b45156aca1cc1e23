import * as v from 'valibot'
import { type Concept, conceptKinds } from '#app/features/concepts/concept.ts'
import type { Revision } from '#app/features/concepts/wording/edit.ts'
import { isoTime } from '#app/lib/clock.ts'

const facts = {
  authors: v.array(v.string()),
  year: v.nullable(v.number()),
  doi: v.string(),
  arxiv: v.string(),
  url: v.string(),
  saidBy: v.string(),
  saidIn: v.string(),
}

/** `aliases`: every other name that leads to it. Facts that its kind has none of are empty. */
export const ConceptAnswer = v.object({
  id: v.string(),
  kind: v.picklist(conceptKinds),
  name: v.string(),
  aliases: v.array(v.string()),
  definition: v.string(),
  html: v.string(),
  ...facts,
  excerptId: v.nullable(v.string()),
  version: v.number(),
  createdAt: v.string(),
  mergedInto: v.nullable(v.string()),
})

export function conceptAnswer(concept: Concept) {
  const { definitionHtml: html, facts: known, memberId: _, createdAt, ...rest } = concept
  return { ...rest, html, ...known, createdAt: isoTime(createdAt) } satisfies v.InferOutput<typeof ConceptAnswer>
}

/** As in lists, which leave out html. */
export const ListedConceptAnswer = v.omit(ConceptAnswer, ['html'])

export function listedConceptAnswer(concept: Concept) {
  const { html: _, ...rest } = conceptAnswer(concept)
  return rest satisfies v.InferOutput<typeof ListedConceptAnswer>
}

/** What a concept said from a version on. `restores`: the version whose words these are again. */
export const ConceptRevisionAnswer = v.object({
  version: v.number(),
  ...v.pick(ConceptAnswer, ['kind', 'name', 'aliases', 'definition', 'excerptId']).entries,
  ...facts,
  why: v.string(),
  restores: v.nullable(v.number()),
  author: v.object({ handle: v.string() }),
  createdAt: v.string(),
})

export function conceptRevisionAnswer({ words, handle, createdAt, ...rest }: Revision) {
  const { facts: known, ...said } = words
  const who = { author: { handle }, createdAt: isoTime(createdAt) }
  return { ...rest, ...said, ...known, ...who } satisfies v.InferOutput<typeof ConceptRevisionAnswer>
}
