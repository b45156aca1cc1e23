import type { TurnRole } from '#app/features/transcripts/transcript.ts'

/** A model that is asked with one prompt whether one label fits; another prompt or model makes another classifier. */
export interface Classifier {
  id: string
  /** What its labellings carry. */
  name: string
  labelId: string
  model: string
  promptHash: string
  /** It is asked about each turn of this role; about whole transcripts where there is none. */
  role: TurnRole | null
  createdAt: number
}

/** As much of a hash as people read. */
export const shortHash = (hash: string) => hash.slice(0, 8)

export const mostName = 100
export const mostModel = 200
export const mostPrompt = 100_000
