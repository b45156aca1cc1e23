import * as v from 'valibot'

/** What becomes of what a member wrote: it stays without their name, or is emptied. */
export const textChoices = ['stay', 'go'] as const
export type TextChoice = (typeof textChoices)[number]

const texts = v.picklist(textChoices, 'Choose whether what was written stays or goes.')

/** What a member sends to be removed. */
export const OwnRemoval = v.object({
  handle: v.string(),
  password: v.string(),
  texts,
})

/** What an admin sends to remove somebody. */
export const Removal = v.object({ handle: v.string(), texts })
