import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { citersOf } from '#app/features/discussion/arguments/evidence.server.ts'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { findExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import type { Db } from '#db/open.ts'
import { LabellingAnswer, labellingAnswer } from './label-answer.server.ts'

const place = v.object({ turn: v.number(), offset: v.number() })

export const ExcerptAnswer = v.object({
  id: v.string(),
  transcriptId: v.string(),
  start: place,
  end: place,
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  labels: v.array(LabellingAnswer),
  citedBy: v.array(v.object({ type: v.picklist(['post', 'comment']), id: v.string() })),
})

/** What the API says of an excerpt, with the labels on it, the member's own votes and who cites it. */
export async function excerptAnswer(db: Db, excerptId: string, member: Member | null) {
  const { id, transcriptId, start, end, exact, prefix, suffix } = await findExcerpt(db, excerptId)
  const labels = (await labellingsOf(db, [id], member)).get(id) ?? []
  const citers = (await citersOf(db, [id])).get(id) ?? []
  return {
    ...{ id, transcriptId, start, end, exact, prefix, suffix },
    labels: labels.map(labellingAnswer),
    citedBy: citers.map((citer) => ({ type: citer.kind, id: citer.id })),
  } satisfies v.InferOutput<typeof ExcerptAnswer>
}
