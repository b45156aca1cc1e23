import * as v from 'valibot'
import { optional } from '#app/lib/validation.ts'

const partLimit = 120

/** What a member chooses for their ballots on one claim; `shows` empty: as on every claim. */
export const ChoiceForm = v.object({
  shows: v.optional(v.picklist(['', 'shown', 'private'], 'Ballots are shown, private, or as on every claim.'), ''),
  part: optional(partLimit),
})

/** How a member's ballots stand on one claim. */
export interface Choice {
  handle: string
  /** Null: as on every claim. */
  shows: boolean | null
  /** Their part in the matter, as "an author of the paper". */
  part: string
  /** What they chose for every claim. */
  showsElsewhere: boolean
}

/** Whether others see the ballots with name and reason. */
export const isShown = ({ shows, showsElsewhere }: Choice): boolean => shows ?? showsElsewhere

/** A framing that came onto a claim after a member's last vote there. */
export interface Invitation {
  claimId: string
  statement: string
  framingId: string
  name: string
  hue: number
  rationale: string
  addedAt: number
}
