import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { removeCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { deleting, endpoint, gone } from '#app/http/api.server.ts'

const author = endpoint({
  delete: deleting(
    { summary: 'Takes a co-author, or somebody asked, off one’s post; or oneself.', answers: 'nothing' },
    async ({ db, member, params }) => {
      await removeCoAuthor(db, member, params.id, (await findProfile(db, params.handle)).id)
      return gone
    },
  ),
})

export const loader = author
export const action = author
