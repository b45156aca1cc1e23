import type { Member } from '#app/features/accounts/member.ts'
import { asOtherKind } from '#app/features/claims/claim-fields.ts'
import type { Db } from '#db/open.ts'
import { begunIn, type Fields } from './draft.ts'
import { draftStep, keepSent } from './draft-steps.server.ts'
import { sendDraft } from './drafts.server.ts'
import type { Place } from './place.ts'

/** A step of a claim's draft, of which there is one more: to the form for the other kind, where what is typed is the draft then. */
export async function claimStep(db: Db, member: Member, from: Place, values: Fields): Promise<string | undefined> {
  const [, kind] = /^as (case|proposition)$/.exec(values.intent ?? '') ?? []
  if (!kind) return draftStep(db, member, from, values)
  const to: Place = { doing: 'claim', kind: kind as 'case', variantOf: null }
  const fresh = { ...asOtherKind(values), 'draft.revision': '0', 'draft.window': '' }
  return sendDraft(db, member, from, begunIn(values), (tx) => keepSent(tx, member, to, fresh))
}
