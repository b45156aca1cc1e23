import { CoAuthorDraft } from '#app/features/discussion/post.ts'
import { inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { authorsAnswer } from '#app/features/exchange/answers/post-answer.server.ts'
import { joinAuthors } from '#app/features/votes/votes.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'
import { nameKey } from '#app/lib/text.ts'

const said = 'Asks a member to be an author of one’s post; with one’s own handle, accepts where one was asked.'

const authors = endpoint({
  post: writing({ summary: said, answers: 'authors', body: CoAuthorDraft }, async ({ db, member, params, body }) => {
    if (nameKey(body.handle) === nameKey(member.handle)) await joinAuthors(db, member, params.id)
    else await inviteCoAuthor(db, member, params.id, body.handle)
    return there(await authorsAnswer(db, member, params.id))
  }),
})

export const loader = authors
export const action = authors
