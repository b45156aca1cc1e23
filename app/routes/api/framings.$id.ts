import { editFraming } from '#app/features/ballots/earlier/reword.server.ts'
import { framingOverClaims } from '#app/features/ballots/tallies.server.ts'
import { claimsJudgedBy, findFraming } from '#app/features/claims/framings.server.ts'
import { FramingEdit } from '#app/features/claims/wording/wording.ts'
import { framingAnswer, fullFramingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { elsewhere, endpoint, reading, there, writing } from '#app/http/api.server.ts'

const framing = endpoint({
  get: reading(
    {
      summary: 'A framing, and how it fares on the newest 100 of its claims; one that was merged leads to the other.',
      answers: 'framing',
    },
    async ({ db, params }) => {
      const framing = await findFraming(db, params.id)
      if (framing.mergedInto) return elsewhere(`/api/v1/framings/${framing.mergedInto}`)
      const { items: claims } = await claimsJudgedBy(db, framing.id, { limit: 100, after: null })
      return fullFramingAnswer(
        framing,
        claims,
        await framingOverClaims(
          db,
          framing.id,
          claims.map(({ id }) => id),
        ),
      )
    },
  ),
  patch: writing(
    {
      summary:
        'Writes down anew what a framing that you proposed means; what is left out stays. Where the meaning changed, votes so far are set apart.',
      answers: 'framing',
      body: FramingEdit,
    },
    async ({ db, member, params, body }) => {
      await editFraming(db, member, params.id, body)
      return there(framingAnswer(await findFraming(db, params.id)))
    },
  ),
})

export const loader = framing
export const action = framing
