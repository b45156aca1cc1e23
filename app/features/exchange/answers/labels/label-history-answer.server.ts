import * as v from 'valibot'
import type { Ruling } from '#app/features/labels/rulings/ruling.ts'
import type { LabelVersion } from '#app/features/labels/wording/wording.ts'
import { isoTime } from '#app/lib/clock.ts'

/** Versions and what moderators decided, the newest first. */
export const LabelHistoryAnswer = v.object({
  versions: v.array(
    v.object({
      version: v.number(),
      change: v.picklist(['first', 'same', 'changed']),
      definition: v.string(),
      examples: v.string(),
      counterExamples: v.string(),
      author: v.object({ handle: v.string() }),
      createdAt: v.string(),
    }),
  ),
  rulings: v.array(
    v.object({
      kind: v.picklist(['merged', 'parted', 'retired', 'returned', 'changed']),
      labelId: v.string(),
      into: v.nullable(v.string()),
      version: v.nullable(v.number()),
      why: v.string(),
      moderator: v.object({ handle: v.string() }),
      at: v.string(),
    }),
  ),
})

export function labelHistoryAnswer(versions: LabelVersion[], rulings: Ruling[]) {
  return {
    versions: versions.map(({ handle, createdAt, ...version }) => ({
      ...version,
      author: { handle },
      createdAt: isoTime(Number(createdAt)),
    })),
    rulings: rulings.map(({ kind, labelId, otherId: into, version, why, handle, at }) => ({
      ...{ kind, labelId, into, version, why },
      moderator: { handle },
      at: isoTime(at),
    })),
  } satisfies v.InferOutput<typeof LabelHistoryAnswer>
}
