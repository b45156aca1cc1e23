import { describeMember, findProfile, isFormerHandle } from '#app/features/accounts/accounts.server.ts'
import { changeHandle } from '#app/features/accounts/handles.server.ts'
import { MemberChange } from '#app/features/accounts/member.ts'
import { memberAnswer } from '#app/features/exchange/answers/member-answer.server.ts'
import { endpoint, movedTo, reading, there, writing } from '#app/http/api.server.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import { inTransaction } from '#db/transaction.ts'

const member = endpoint({
  get: reading(
    { summary: 'A member; a handle that they went by before leads to the one that they go by now.', answers: 'member' },
    async ({ db, params, member: reader }) => {
      const profile = await findProfile(db, params.handle)
      if (isFormerHandle(profile, params.handle)) return movedTo(`/api/v1/members/${profile.handle}`)
      return memberAnswer(db, profile, reader)
    },
  ),
  patch: writing(
    { summary: 'Changes your own account: what is left out stays.', answers: 'member', body: MemberChange },
    async ({ db, params, member, body }) => {
      const { id } = await findProfile(db, params.handle)
      if (id !== member.id) throw notAllowed('Only members themselves change what is said of them.')
      const handle = await inTransaction(db, async (tx) => {
        await describeMember(tx, member, body)
        return body.handle === undefined ? member.handle : (await changeHandle(tx, member, body.handle)).handle
      })
      return there(await memberAnswer(db, await findProfile(db, handle), member))
    },
  ),
})

export const loader = member
export const action = member
