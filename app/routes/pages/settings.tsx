import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describeMember, findProfile } from '#app/features/accounts/accounts.server.ts'
import { DescriptionForm } from '#app/features/accounts/forms/description-form.tsx'
import { HandleForm } from '#app/features/accounts/forms/handle-form.tsx'
import { SilenceList } from '#app/features/accounts/forms/silence-list.tsx'
import { changeHandle, formerHandlesOf } from '#app/features/accounts/handles.server.ts'
import { Description, mayUse } from '#app/features/accounts/member.ts'
import { silencesOf } from '#app/features/accounts/silences.server.ts'
import { LeaveCampsForm } from '#app/features/opinions/camps-page/leave-camps-form.tsx'
import { isLeftOut, leaveCamps, returnToCamps } from '#app/features/opinions/runs/runs.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Settings')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  return {
    profile: await findProfile(db, member.handle),
    former: await formerHandlesOf(db, member),
    isModerator: mayUse(member, 'moderate'),
    isLeftOut: await isLeftOut(db, member),
    silences: await silencesOf(db, member),
  }
})

export const action = pageAction(async ({ db, member, form }) => {
  const intent = form.get('intent')
  if (intent === 'leave-camps') await leaveCamps(db, member)
  else if (intent === 'join-camps') await returnToCamps(db, member)
  else if (intent === 'rename') await changeHandle(db, member, form.get('handle') ?? '')
  else {
    const { bio } = parse(Description, form.values())
    await describeMember(db, member, { bio, showsBallots: form.get('showsBallots') !== undefined })
  }
  return redirect('/settings')
})

export default function Settings() {
  const { profile, former, silences, isModerator, isLeftOut } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const isRename = refused?.values.intent === 'rename'
  return (
    <section className="column">
      <h1>Settings</h1>
      <p className="actions">
        <a href={`/members/${profile.handle}`}>What others see of you</a>
        {isModerator ? <a href="/moderation">What waits for moderators</a> : null}
        <a href="/settings/sign-in">How you sign in, and where</a>
        <a href="/settings/notifications">What you are told of</a>
      </p>
      <h2>About you</h2>
      <DescriptionForm profile={profile} refused={isRename ? undefined : refused} />
      <h2>Your handle</h2>
      <HandleForm handle={profile.handle} former={former} refused={isRename ? refused : undefined} />
      <h2 id="camps">Camps</h2>
      <LeaveCampsForm isLeftOut={isLeftOut} />
      <h2>Blocked and muted people</h2>
      <SilenceList silences={silences} />
      <h2>Your data</h2>
      <p className="actions">
        <a href="/settings/data">Download my data</a>
        <a href="/settings/moderation">What moderators did to your things</a>
        <a href="/settings/removal">Remove my account</a>
      </p>
    </section>
  )
}
