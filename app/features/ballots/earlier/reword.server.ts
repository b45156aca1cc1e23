import type { Member } from '#app/features/accounts/member.ts'
import { disputeEdit, editWords, findStandpoint } from '#app/features/claims/wording/wording.server.ts'
import {
  ClaimEdit,
  FramingEdit,
  type Reason,
  StandpointEdit,
  type Worded,
} from '#app/features/claims/wording/wording.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { setApart } from './set-apart.server.ts'

/** Edits what a claim says. Where the meaning changed, votes so far are set apart until those who cast them confirm them. */
export async function editClaim(db: Db, member: Member, id: string, edit: ClaimEdit) {
  await edited(db, member, { kind: 'claim', id }, parse(ClaimEdit, edit))
}

/** As editClaim, of a standpoint of the claim. */
export async function editStandpoint(db: Db, member: Member, claimId: string, id: string, edit: StandpointEdit) {
  await findStandpoint(db, claimId, id)
  await edited(db, member, { kind: 'standpoint', id }, parse(StandpointEdit, edit))
}

/** As editClaim, of a framing: on all claims that it is on. */
export async function editFraming(db: Db, member: Member, id: string, edit: FramingEdit) {
  await edited(db, member, { kind: 'framing', id }, parse(FramingEdit, edit))
}

async function edited(db: Db, member: Member, worded: Worded, edit: Parameters<typeof editWords>[3]) {
  await inTransaction(db, async (tx) => {
    const meaning = await editWords(tx, member, worded, edit)
    if (meaning !== null) await setApart(tx, worded, meaning)
  })
}

/** A moderator says of an edit that it changed the meaning after all: votes from before it are set apart. */
export async function disputeWords(db: Db, member: Member, worded: Worded, version: number, reason: Reason) {
  await inTransaction(db, async (tx) => {
    await setApart(tx, worded, await disputeEdit(tx, member, worded, version, reason))
  })
}
