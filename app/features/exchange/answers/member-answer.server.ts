import * as v from 'valibot'
import type { Profile } from '#app/features/accounts/accounts.server.ts'
import { type Member, roles } from '#app/features/accounts/member.ts'
import { silenceKinds } from '#app/features/accounts/silence.ts'
import { silenceOf } from '#app/features/accounts/silences.server.ts'
import { karmaOf } from '#app/features/votes/karma.server.ts'
import { isoTime } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'

export const MemberAnswer = v.object({
  id: v.string(),
  handle: v.string(),
  role: v.picklist(roles),
  unclaimed: v.pipe(v.boolean(), v.description('Stands for an imported author or voter.')),
  bio: v.string(),
  showsBallots: v.boolean(),
  karma: v.pipe(
    v.number(),
    v.description('Approval of their posts and comments, up less down. Agreement never counts.'),
  ),
  silenced: v.pipe(v.nullable(v.picklist(silenceKinds)), v.description('Whether you mute or block them.')),
  createdAt: v.string(),
})

export async function memberAnswer(db: Db, profile: Profile, reader: Member | null) {
  const { id, handle, role, unclaimed, bio, showsBallots } = profile
  const said = { id, handle, role, unclaimed, bio, showsBallots, karma: await karmaOf(db, id) }
  return { ...said, silenced: await silenceOf(db, reader, id), createdAt: isoTime(profile.joinedAt) }
}
