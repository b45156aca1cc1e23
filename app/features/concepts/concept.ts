import * as v from 'valibot'
import { id, optional, required, text } from '#app/lib/validation.ts'
import type { ConceptKind } from '#db/tables.ts'
import { type Facts, factFields } from './facts.ts'

export type { ConceptKind }

/** In the order in which pages group them. */
export const conceptKinds = [
  'paper',
  'thinker',
  'framework',
  'method',
  'concept',
  'artifact',
  'quote',
  'question',
] as const satisfies ConceptKind[]

export const isConceptKind = (kind: string | null | undefined): kind is ConceptKind =>
  (conceptKinds as readonly string[]).includes(kind ?? '')

/** A node of the map that has its page here; claims, framings, labels and collections have theirs elsewhere. */
export interface Concept {
  id: string
  kind: ConceptKind
  name: string
  /** Other names that lead to it, those of what was merged into it among them. */
  aliases: string[]
  definition: string
  definitionHtml: string
  facts: Facts
  /** The words of a quote, where their text is here. */
  excerptId: string | null
  version: number
  memberId: string
  createdAt: number
  /** Where it leads since it was merged. */
  mergedInto: string | null
}

export const nameLimit = 300
const mostAliases = 30

const oneLine = v.transform((name: string) => name.replace(/\s+/g, ' '))
const linkable = v.check(
  (name: string) => !/[[\]|]/.test(name),
  'A name has no [, ] or | in it: [[it]] could not be linked.',
)

export const conceptName = v.pipe(required(nameLimit), oneLine, linkable)

/** Names as a list, or a line each. */
const aliases = v.pipe(
  v.nullish(v.union([v.array(text(nameLimit)), text(mostAliases * nameLimit)]), []),
  v.transform((given) => (typeof given === 'string' ? given.split('\n') : given)),
  v.transform((names) => names.map((name) => name.trim()).filter(Boolean)),
  v.array(conceptName),
  v.maxLength(mostAliases, `At most ${mostAliases} other names.`),
)

/** An excerpt's id, or its address. */
const excerptId = v.pipe(
  v.nullish(text(500), null),
  v.transform((given) => given?.trim().replace(/^.*\/excerpts\/([\w.-]+)$/, '$1') || null),
  v.nullable(id),
)

/** What is written of a concept. Facts that its kind has none of are left out of it. */
export const ConceptDraft = v.object({
  kind: v.picklist(conceptKinds, `A kind is one of ${conceptKinds.join(', ')}.`),
  name: conceptName,
  aliases,
  definition: optional(20_000),
  ...factFields,
  excerptId,
})
export type ConceptGiven = v.InferInput<typeof ConceptDraft>
export type ConceptWanted = v.InferOutput<typeof ConceptDraft>
