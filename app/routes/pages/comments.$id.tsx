import { redirect } from '@remix-run/node'
import { addressOf } from '#app/features/votes/comment-context.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, member, params }) => redirect(await addressOf(db, params.id, member)))

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Comment() {
  return null
}
