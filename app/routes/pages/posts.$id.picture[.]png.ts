import { cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import { picturedPost, postPicture } from '#app/features/discussion/found/post-picture.ts'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

/** The same to everybody: of what everybody may read. */
export const loader = pageLoader(async ({ db, params, request, pictures }) => {
  const post = await findPost(db, params.id)
  const shown = picturedPost(post, await cardsFor(db, null, post.evidence.slice(0, 1)))
  return pictures.answer(request, shown, (undrawn) => postPicture(shown, undrawn))
}, 'picture')
