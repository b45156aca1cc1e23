import type { Member } from '#app/features/accounts/member.ts'
import { type Agreement, agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import { type Confusion, confusionOf } from '#app/features/labels/agreement/machines.server.ts'
import { type Carrying, carryingOf } from '#app/features/labels/lists/lists.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './contested.queries.server.ts'

/** What a collection's page says of agreement. */
export interface CollectionAgreement {
  labels: Agreement[]
  /** What a classifier says of a label on its excerpts, against what most people say. */
  machines: { labelId: string; name: string; confusion: Confusion }[]
  mostSplit: Carrying[]
}

const mostMachineRows = 400
const mostSplit = 20

export async function collectionAgreement(db: Db, slug: string, member: Member | null): Promise<CollectionAgreement> {
  const rows = await queries.selectMachinesAndPeople(db, slug, mostMachineRows)
  const byPair = Map.groupBy(rows, ({ label_id, classifier }) => `${label_id} ${classifier}`)
  const machines = [...byPair.values()].map((cells) => {
    const { label_id: labelId, name, classifier } = cells[0] as (typeof cells)[number]
    return { labelId, name, confusion: confusionOf(classifier, cells) }
  })
  return {
    labels: await agreementIn(db, slug),
    machines,
    mostSplit: await carryingOf(db, member, await queries.selectMostSplit(db, slug, mostSplit)),
  }
}
