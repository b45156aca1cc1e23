import * as v from 'valibot'
import type { Label } from '#app/features/labels/label.ts'
import { type Labelling, labelVoteValues } from '#app/features/labels/labelling.ts'

export const LabelAnswer = v.object({
  id: v.string(),
  name: v.string(),
  definition: v.string(),
  examples: v.string(),
  counterExamples: v.string(),
})

export function labelAnswer({ id, name, definition, examples, counterExamples }: Label) {
  return { id, name, definition, examples, counterExamples } satisfies v.InferOutput<typeof LabelAnswer>
}

export const LabellingAnswer = v.object({
  labelId: v.string(),
  name: v.string(),
  agree: v.number(),
  disagree: v.number(),
  unsure: v.number(),
  state: v.picklist(['open', 'settled', 'contested']),
  machine: v.nullable(v.object({ classifier: v.string(), score: v.nullable(v.number()) })),
  mine: v.nullable(v.picklist(labelVoteValues)),
})

export function labellingAnswer({ labelId, name, agree, disagree, unsure, state, machine, mine }: Labelling) {
  return { labelId, name, agree, disagree, unsure, state, machine, mine } satisfies v.InferOutput<
    typeof LabellingAnswer
  >
}
