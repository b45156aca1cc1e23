import { agreementAnswer } from '#app/features/exchange/answers/agreement-answer.server.ts'
import { agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const agreement = endpoint({
  get: reading(
    { summary: 'How far those who voted on labels in a collection agree, label by label.', answers: 'agreement' },
    async ({ db, params }) => agreementAnswer(await agreementIn(db, (await findCollection(db, params.id)).id)),
  ),
})

export const loader = agreement
export const action = agreement
