import { redirect } from '@remix-run/node'
import { targetOf } from '#app/features/votes/vote.ts'
import { takeBackVote, vote } from '#app/features/votes/votes.server.ts'
import { buttonAction, localPath, pageLoader } from '#app/http/page.server.ts'

/** Whoever had to sign in before voting comes here on the way back. */
export const loader = pageLoader(async ({ url }) => redirect(localPath(url.searchParams.get('to'))))

export const action = buttonAction(async ({ db, member, form, url }) => {
  const { target, axis } = targetOf(form.get('kind') ?? '', form.get('id') ?? '', form.get('axis') ?? '')
  const value = form.get('value')
  if (value === '1' || value === '-1') await vote(db, member, target, axis, value === '1' ? 1 : -1)
  else await takeBackVote(db, member, target, axis)
  return redirect(localPath(url.searchParams.get('to')))
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Vote() {
  return null
}
