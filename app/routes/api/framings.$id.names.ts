import { findFraming } from '#app/features/claims/framings.server.ts'
import { FramingName } from '#app/features/claims/naming/framing-name.ts'
import { addAlias, aliasesOf } from '#app/features/claims/naming/names.server.ts'
import { framingNamesAnswer } from '#app/features/exchange/answers/wording/framing-names-answer.server.ts'
import { endpoint, reading, there, writing } from '#app/http/api.server.ts'
import type { Db } from '#db/open.ts'

const names = endpoint({
  get: reading({ summary: 'What a framing goes by.', answers: 'framingNames' }, ({ db, params }) =>
    namesOf(db, params.id),
  ),
  post: writing(
    {
      summary: 'Lets another name lead to a framing that you proposed. The same again changes nothing.',
      answers: 'framingNames',
      body: FramingName,
    },
    async ({ db, member, params, body }) => {
      await addAlias(db, member, params.id, body)
      return there(await namesOf(db, params.id))
    },
  ),
})

async function namesOf(db: Db, id: string) {
  const framing = await findFraming(db, id)
  return framingNamesAnswer(framing.name, await aliasesOf(db, framing))
}

export const loader = names
export const action = names
