import { redirect } from '@remix-run/node'
import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { SilenceDraft } from '#app/features/accounts/silence.ts'
import { endSilence, silence } from '#app/features/accounts/silences.server.ts'
import { buttonAction, localPath, pageLoader } from '#app/http/page.server.ts'
import { parse } from '#app/lib/validation.ts'

/** Takes the form that stands on members' pages and in the settings; there is nothing to read here. */
export const loader = pageLoader(async ({ params }) => redirect(`/members/${params.handle}`))

export const action = buttonAction(async ({ db, member, params, form, url }) => {
  const other = await findProfile(db, params.handle)
  if (form.get('kind') === 'none') await endSilence(db, member, other)
  else await silence(db, member, other, parse(SilenceDraft, form.values()).kind)
  const to = url.searchParams.get('to')
  return redirect(to ? localPath(to) : `/members/${other.handle}`)
})

/** Never shown: with it, a refusal gets the site's error page, and not bare text. */
export default function Silence() {
  return null
}
