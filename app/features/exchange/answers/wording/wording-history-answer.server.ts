import * as v from 'valibot'
import type { Version } from '#app/features/claims/wording/wording.ts'
import { isoTime } from '#app/lib/clock.ts'

/** What a claim, standpoint or framing said, the newest first. */
export const WordingHistoryAnswer = v.object({
  versions: v.array(
    v.object({
      version: v.number(),
      change: v.picklist(['first', 'same', 'changed']),
      words: v.pipe(v.record(v.string(), v.string()), v.description('By field, as an edit takes them.')),
      author: v.nullable(v.object({ handle: v.string() })),
      createdAt: v.string(),
      ruling: v.nullable(
        v.pipe(
          v.object({ why: v.string(), moderator: v.object({ handle: v.string() }), at: v.string() }),
          v.description('Who decided that it changed the meaning after all.'),
        ),
      ),
    }),
  ),
})

export function wordingHistoryAnswer(versions: readonly Version[]): v.InferOutput<typeof WordingHistoryAnswer> {
  return {
    versions: versions.map(({ version, change, words, handle, createdAt, ruling }) => ({
      ...{ version, change, words },
      author: handle === null ? null : { handle },
      createdAt: isoTime(Number(createdAt)),
      ruling: ruling && { why: ruling.why, moderator: { handle: ruling.handle }, at: isoTime(Number(ruling.at)) },
    })),
  }
}
