import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { kindsFor } from '../notification.ts'
import { changeSettings } from './settings.server.ts'
import { DigestFrequency, usualWishes, type Wishes } from './settings.ts'

const Sent = v.object({ frequency: v.optional(DigestFrequency, 'none') })

/** Changes a member's settings to what the form says; a box that is not ticked is not sent. */
export async function setByForm(db: Db, member: Member, values: Record<string, string>): Promise<void> {
  const { frequency } = parse(Sent, values)
  const wishOf = (kind: string) => ({ onSite: `${kind}.site` in values, byMail: `${kind}.mail` in values })
  const asked = Object.fromEntries(kindsFor(member).map((kind) => [kind, wishOf(kind)])) as Partial<Wishes>
  await changeSettings(db, member, { wishes: { ...usualWishes(), ...asked }, frequency })
}
