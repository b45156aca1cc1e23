import type { Profile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { silenceOf } from '#app/features/accounts/silences.server.ts'
import type { Db } from '#db/open.ts'
import { karmaOf } from '../karma.server.ts'

/** What `<ProfilePage>` draws above what somebody did. */
export async function profilePage(db: Db, profile: Profile, reader: Member | null) {
  const silence = await silenceOf(db, reader, profile.id)
  const isMe = reader?.id === profile.id
  return { profile, isMe, isSignedIn: reader !== null, karma: await karmaOf(db, profile.id), silence }
}
