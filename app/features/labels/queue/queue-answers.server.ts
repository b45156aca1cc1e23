import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { invalid } from '#app/lib/refusal.ts'
import { id } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { LabelVoteDraft } from '../labelling.ts'
import { answerQueue } from '../labellings.server.ts'
import * as queries from './queue.queries.server.ts'

/** What somebody says who was asked. */
export const QueueAnswerDraft = v.object({ excerptId: id, labelId: id, ...LabelVoteDraft.entries })

/** As `answerQueue`, for a pair that is named in a body: what there is not is refused by name. */
export async function answerAsked(db: Db, member: Member, said: v.InferOutput<typeof QueueAnswerDraft>) {
  const { excerptId, labelId, value } = said
  const known = await queries.selectKnown(db, excerptId, labelId)
  if (!known.excerpt) throw invalid({ excerptId: 'There is no such excerpt.' })
  if (!known.label) throw invalid({ labelId: 'There is no such label.' })
  await answerQueue(db, member, excerptId, labelId, value)
}
