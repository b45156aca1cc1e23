import { findFraming } from '#app/features/claims/framings.server.ts'
import { adoptFraming } from '#app/features/claims/naming/names.server.ts'
import { framingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const adoption = endpoint({
  put: deleting(
    { summary: 'Makes a framing that came with an imported claim one of the whole site.', answers: 'framing' },
    async ({ db, member, params }) => {
      await adoptFraming(db, member, params.id)
      return there(framingAnswer(await findFraming(db, params.id)))
    },
  ),
})

export const loader = adoption
export const action = adoption
