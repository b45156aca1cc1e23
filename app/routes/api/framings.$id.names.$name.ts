import { findFraming } from '#app/features/claims/framings.server.ts'
import { aliasesOf, dropAlias } from '#app/features/claims/naming/names.server.ts'
import { framingNamesAnswer } from '#app/features/exchange/answers/wording/framing-names-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const name = endpoint({
  delete: deleting(
    { summary: 'A name leads to the framing no longer, and is free.', answers: 'framingNames' },
    async ({ db, member, params }) => {
      await dropAlias(db, member, params.id, { name: params.name })
      const framing = await findFraming(db, params.id)
      return there(framingNamesAnswer(framing.name, await aliasesOf(db, framing)))
    },
  ),
})

export const loader = name
export const action = name
