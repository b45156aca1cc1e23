import { redirect } from '@remix-run/node'
import { voteAsked } from '#app/features/votes/vote-asked.server.ts'
import { buttonAction, localPath, pageLoader } from '#app/http/page.server.ts'

/** Whoever had to sign in before voting comes here on the way back. */
export const loader = pageLoader(async ({ url }) => redirect(localPath(url.searchParams.get('to'))))

export const action = buttonAction(async ({ db, member, form, url }) => {
  await voteAsked(db, member, form.values())
  return redirect(localPath(url.searchParams.get('to')))
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Vote() {
  return null
}
