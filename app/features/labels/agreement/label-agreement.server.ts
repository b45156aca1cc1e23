import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import { agreementOn, type LabelAgreement } from './agreement.server.ts'
import { type Confusion, confusionsOn, ownOn, type WithMost } from './machines.server.ts'

export interface LabelReadings extends LabelAgreement {
  confusions: Confusion[]
  own: WithMost | null
}

/** All that a label's page says of agreement; one's own row is for oneself alone. */
export async function labelReadings(db: Db, labelId: string, member: Member | null): Promise<LabelReadings> {
  return {
    ...(await agreementOn(db, labelId)),
    confusions: await confusionsOn(db, labelId),
    own: member && (await ownOn(db, labelId, member)),
  }
}
