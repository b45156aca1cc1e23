import { redirect } from '@remix-run/node'
import { subjectPath } from '#app/features/discussion/comment.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, params }) => {
  const { id, subject } = await findComment(db, params.id)
  return redirect(`${subjectPath(subject)}#c-${id}`)
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Comment() {
  return null
}
