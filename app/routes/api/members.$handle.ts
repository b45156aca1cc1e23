import { findProfile, isFormerHandle } from '#app/features/accounts/accounts.server.ts'
import { memberAnswer } from '#app/features/exchange/member-answer.server.ts'
import { endpoint, movedTo, reading } from '#app/http/api.server.ts'

const member = endpoint({
  get: reading(
    { summary: 'A member; a handle that they went by before leads to the one that they go by now.', answers: 'member' },
    async ({ db, params, member: reader }) => {
      const profile = await findProfile(db, params.handle)
      if (isFormerHandle(profile, params.handle)) return movedTo(`/api/v1/members/${profile.handle}`)
      return memberAnswer(db, profile, reader)
    },
  ),
})

export const loader = member
export const action = member
