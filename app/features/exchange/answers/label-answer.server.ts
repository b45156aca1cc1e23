import * as v from 'valibot'
import type { Label } from '#app/features/labels/label.ts'
import { type Labelling, labelVoteValues } from '#app/features/labels/labelling.ts'
import type { Question } from '#app/features/labels/queue/queue.server.ts'
import { isoTime } from '#app/lib/clock.ts'

export const LabelAnswer = v.object({
  id: v.string(),
  name: v.string(),
  definition: v.string(),
  examples: v.string(),
  counterExamples: v.string(),
  version: v.number(),
  mergedInto: v.nullable(v.string()),
  retiredAt: v.nullable(v.string()),
})

export function labelAnswer(label: Label) {
  const { id, name, definition, examples, counterExamples, version, mergedInto, retiredAt } = label
  const words = { definition, examples, counterExamples }
  return { id, name, ...words, version, mergedInto, retiredAt: isoTime(retiredAt) } satisfies v.InferOutput<
    typeof LabelAnswer
  >
}

const Counts = v.object({ agree: v.number(), disagree: v.number(), unsure: v.number() })

/** `earlier`: votes on words of the label that meant something else; `mineIsEarlier`: one's own is among them, to be confirmed. */
export const LabellingAnswer = v.object({
  labelId: v.string(),
  name: v.string(),
  ...Counts.entries,
  state: v.picklist(['open', 'settled', 'contested']),
  machine: v.nullable(v.object({ classifier: v.string(), score: v.nullable(v.number()) })),
  mine: v.nullable(v.picklist(labelVoteValues)),
  earlier: Counts,
  mineIsEarlier: v.boolean(),
})

export function labellingAnswer(labelling: Labelling) {
  const { labelId, name, agree, disagree, unsure, state, machine, mine, earlier, isMineEarlier } = labelling
  const now = { labelId, name, agree, disagree, unsure, state, machine, mine }
  return { ...now, earlier, mineIsEarlier: isMineEarlier } satisfies v.InferOutput<typeof LabellingAnswer>
}

/** The words in their context and what the label means, and nothing of how others vote; null where nothing needs one's eyes. */
export const QuestionAnswer = v.object({
  question: v.nullable(
    v.object({
      excerptId: v.string(),
      labelId: v.string(),
      turns: v.array(
        v.object({
          turn: v.number(),
          role: v.string(),
          speaker: v.nullable(v.string()),
          before: v.string(),
          words: v.string(),
          after: v.string(),
        }),
      ),
      missing: v.number(),
      label: v.object({
        name: v.string(),
        definition: v.string(),
        examples: v.string(),
        counterExamples: v.string(),
      }),
    }),
  ),
})

export const questionAnswer = (question: Question | null) =>
  ({ question }) satisfies v.InferOutput<typeof QuestionAnswer>
