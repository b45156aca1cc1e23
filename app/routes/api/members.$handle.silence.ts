import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { SilenceDraft } from '#app/features/accounts/silence.ts'
import { endSilence, silence } from '#app/features/accounts/silences.server.ts'
import { memberAnswer } from '#app/features/exchange/answers/member-answer.server.ts'
import { deleting, endpoint, gone, there, writing } from '#app/http/api.server.ts'

const silenceOfMember = endpoint({
  put: writing(
    { summary: 'Mutes or blocks a member. Only who does it knows.', answers: 'member', body: SilenceDraft },
    async ({ db, member, params, body }) => {
      const other = await findProfile(db, params.handle)
      await silence(db, member, other, body.kind)
      return there(await memberAnswer(db, other, member))
    },
  ),
  delete: deleting({ summary: 'Ends a mute or block.', answers: 'nothing' }, async ({ db, member, params }) => {
    await endSilence(db, member, await findProfile(db, params.handle))
    return gone
  }),
})

export const loader = silenceOfMember
export const action = silenceOfMember
