import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { thousands } from '#app/lib/text.ts'
import { id, optional, required, text } from '#app/lib/validation.ts'

/** A named set of transcripts; its id is its slug. */
export interface Collection {
  id: string
  title: string
  /** Markdown. */
  description: string
  html: string
  visibility: Visibility
  version: number
  transcriptCount: number
  /** Handle of the member who made it. */
  madeBy: string
  createdAt: number
}

export const visibilities = ['public', 'unlisted'] as const
export type Visibility = (typeof visibilities)[number]

export const slugRule = 'A collection is named by Latin letters, digits, "_", "-" and ".", first a letter or digit.'
export const Slug = v.pipe(text(100), v.regex(/^[A-Za-z0-9][\w.-]*$/, slugRule))

export const mostAtOnce = 5000
const Transcripts = v.pipe(
  v.array(id),
  v.maxLength(mostAtOnce, `At most ${thousands(mostAtOnce)} transcripts at once.`),
)

/** Named by its id, or by a title that the id is made from. */
export const CollectionDraft = v.object({
  id: v.optional(Slug),
  title: optional(200),
  description: optional(10_000),
  visibility: v.nullish(v.picklist(visibilities), 'public'),
  transcripts: v.nullish(Transcripts, []),
})
export type CollectionDraft = v.InferInput<typeof CollectionDraft>

/** What is written anew; the rest stays. The id stays always. */
export const CollectionEdit = v.object({
  title: v.optional(required(200)),
  description: v.optional(optional(10_000)),
  visibility: v.optional(v.picklist(visibilities)),
})
export type CollectionEdit = v.InferInput<typeof CollectionEdit>

/** An earlier wording, and who replaced it when; null for the one that stands. */
export interface CollectionVersion {
  version: number
  title: string
  description: string
  visibility: Visibility
  editedBy: string | null
  editedAt: number | null
}

/** Whoever made it, and moderators: its words, who finds it, and what is taken out. */
export function mayEditCollection(member: Member | null, { madeBy }: Pick<Collection, 'madeBy'>): boolean {
  return mayUse(member, 'moderate') || member?.handle === madeBy
}

/** Ids of transcripts in what somebody pasted: addresses or ids, one a line or set apart by spaces or commas, each once. */
export function transcriptsIn(pasted: string): string[] {
  const words = pasted.split(/[\s,]+/).filter(Boolean)
  // What is no address stays, to be refused by name.
  return [
    ...new Set(words.map((word) => /^(?:.*\/transcripts\/)?([\w.-]{1,100})(?:[/?#].*)?$/s.exec(word)?.[1] ?? word)),
  ]
}
