import { Time } from '#app/ui/time.tsx'
import type { Profile } from '../accounts.server.ts'

/** Who somebody is, above what they wrote. */
export function ProfileHead({ profile, karma }: { profile: Profile; karma: number }) {
  if (profile.isRemoved)
    return (
      <>
        <h1>{profile.handle}</h1>
        <p>This account was removed. What was published under it stays, without a name.</p>
      </>
    )
  return (
    <>
      <h1>{profile.handle}</h1>
      <p className="meta">
        <span>{profile.unclaimed ? 'imported; nobody has claimed this name' : profile.role}</span>
        <span>
          since <Time ms={profile.joinedAt} />
        </span>
        <a href="/numbers#ranking">{`${karma} karma`.replace('-', '−')}</a>
        <span>{profile.showsBallots ? 'shows ballots with name and reason' : 'keeps ballots private'}</span>
      </p>
      {profile.bio ? <p className="prose">{profile.bio}</p> : null}
    </>
  )
}
