import { conflict } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { selectMemberToChange, updateMember } from './accounts.queries.server.ts'
import { updateHandlesOwner, updateSilenced } from './attribute-account.queries.server.ts'
import type { Member } from './member.ts'

/** An imported author turns out to be a member: its handles lead there. Its row stays for what refers to it, under a key that is no handle. */
export async function attributeAccount(tx: Db, from: Member, to: Member) {
  const row = await selectMemberToChange(tx, from.id)
  if (!row?.unclaimed || row.attributed_to !== null)
    throw conflict(`${from.handle} is no imported author, or no longer.`)
  if (to.unclaimed) throw conflict(`${to.handle} is an imported author too.`)
  await updateMember(tx, from.id, { attributed_to: to.id, handle_key: `=${from.id}` })
  await updateHandlesOwner(tx, from.id, to.id)
  await updateSilenced(tx, from.id, to.id)
}
