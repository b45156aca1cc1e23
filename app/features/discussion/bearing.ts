import * as v from 'valibot'
import { id, text } from '#app/lib/validation.ts'

/** What can carry a bearing and evidence. */
export interface Source {
  kind: 'post' | 'comment'
  id: string
}

export const directions = ['for', 'against'] as const
export const aspects = ['fit', 'name'] as const

/** What a post or comment argues: for or against a framing of a claim, on its fit or on its name, at a standpoint or at all. */
export const BearingDraft = v.object({
  claimId: id,
  framingId: id,
  standpointId: v.nullish(id),
  direction: v.picklist(directions),
  on: v.nullish(v.picklist(aspects), 'fit'),
})
export type BearingDraft = v.InferOutput<typeof BearingDraft>

export const mostEvidence = 20
export const mostNote = 300

/** An excerpt that is relied on, with the label relied on and a note. */
// Inside the union nothing is transformed: only then are a field's own sentences kept.
export const EvidenceDraft = v.pipe(
  v.union([id, v.object({ excerptId: id, labelId: v.nullish(id), note: v.nullish(text(mostNote), '') })]),
  v.transform((given) => {
    const { excerptId, labelId = null, note = '' } = typeof given === 'string' ? { excerptId: given } : given
    return { excerptId, labelId, note: note.trim() }
  }),
)
export type EvidenceDraft = v.InferOutput<typeof EvidenceDraft>

export const EvidenceList = v.pipe(
  v.array(EvidenceDraft),
  v.maxLength(mostEvidence, `At most ${mostEvidence} excerpts.`),
)

export interface Bearing {
  claimId: string
  framingId: string
  standpointId: string | null
  direction: (typeof directions)[number]
  on: (typeof aspects)[number]
  claimStatement: string
  framingName: string
  hue: number
  standpointName: string | null
}

export interface Evidence {
  excerptId: string
  labelId: string | null
  labelName: string | null
  note: string
}

/** A post or comment in the list of a claim's arguments. */
export interface Argument extends Bearing {
  source: Source
  author: Author
  createdAt: number
  /** The first words of it, as plain text. */
  words: string
  title: string | null
  evidence: Evidence[]
}

export interface Author {
  id: string
  handle: string
}

/** Shown in place of who wrote what was deleted. */
export const deletedAuthor: Author = { id: '', handle: '[deleted]' }
