import { followAnswer } from '#app/features/exchange/answers/notification-answer.server.ts'
import { followableOf } from '#app/features/notifications/follow.ts'
import { follow, unfollow } from '#app/features/notifications/follows.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const follows = endpoint({
  put: deleting(
    { summary: 'Follows a member, post, claim, framing, transcript, excerpt or label.', answers: 'follow' },
    async ({ db, member, params }) => {
      const followed = followableOf(params.type, params.id)
      await follow(db, member, followed)
      return there(followAnswer(followed, true))
    },
  ),
  delete: deleting({ summary: 'Stops following.', answers: 'follow' }, async ({ db, member, params }) => {
    const followed = followableOf(params.type, params.id)
    await unfollow(db, member, followed)
    return there(followAnswer(followed, false))
  }),
})

export const loader = follows
export const action = follows
