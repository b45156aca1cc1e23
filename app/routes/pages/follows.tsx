import { redirect } from '@remix-run/node'
import { followableOf } from '#app/features/notifications/follow.ts'
import { follow, unfollow } from '#app/features/notifications/follows.server.ts'
import { buttonAction, localPath, pageLoader } from '#app/http/page.server.ts'

/** Whoever had to sign in before following comes here on the way back. */
export const loader = pageLoader(async ({ url }) => redirect(localPath(url.searchParams.get('to'))))

export const action = buttonAction(async ({ db, member, form, url }) => {
  const followed = followableOf(form.get('kind') ?? '', form.get('id') ?? '')
  await (form.get('follow') === 'no' ? unfollow : follow)(db, member, followed)
  return redirect(localPath(url.searchParams.get('to')))
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Follow() {
  return null
}
