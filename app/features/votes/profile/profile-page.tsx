import type { ReactNode } from 'react'
import { ProfileHead } from '#app/features/accounts/forms/profile-head.tsx'
import { SilenceChoice } from '#app/features/accounts/forms/silence-choice.tsx'
import type { profilePage } from './profile-page.server.ts'

const parts = [
  ['', 'Posts'],
  ['/comments', 'Comments'],
  ['/excerpts', 'Excerpts'],
  ['/ballots', 'Ballots'],
] as const

interface Drawn {
  head: Awaited<ReturnType<typeof profilePage>>
  /** The part that is shown, as its address ends. */
  part: (typeof parts)[number][0]
  /** What a higher room puts beside what one may do. */
  beside?: ReactNode
  children: ReactNode
}

/** Who somebody is, and one part of what they did. */
export function ProfilePage({ head, part, beside, children }: Drawn) {
  const { profile, isMe, isSignedIn, karma, silence } = head
  const path = `/members/${profile.handle}`
  return (
    <section className="column profile">
      <ProfileHead profile={profile} karma={karma} />
      <div className="actions">
        {isMe || profile.isRemoved ? null : beside}
        {isMe ? <a href="/settings">Settings</a> : null}
        {isMe ? <a href="/drafts">Drafts</a> : null}
        {profile.unclaimed ? <a href={`${path}/attribution`}>Is this you?</a> : null}
      </div>
      {isSignedIn && !isMe && !profile.isRemoved ? <SilenceChoice handle={profile.handle} kind={silence} /> : null}
      <h2 className="visually-hidden">{parts.find(([end]) => end === part)?.[1]}</h2>
      <nav aria-label={`What ${profile.handle} did`} className="tabs">
        {parts.map(([end, words]) => (
          <a key={end} href={path + end} aria-current={end === part ? 'page' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      {children}
    </section>
  )
}
