import type { Member } from '#app/features/accounts/member.ts'
import { mergeConcepts, partConcept } from '#app/features/concepts/merging/merge.server.ts'
import type { Reason as ConceptReason } from '#app/features/concepts/merging/merge.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { mergeLabel, partLabel } from '#app/features/labels/merging/merge.server.ts'
import type { Reason } from '#app/features/labels/rulings/ruling.ts'
import { moveRelationsBack } from '#app/features/relations/merging/move-back.server.ts'
import { moveRelations } from '#app/features/relations/merging/move-relations.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'

/** Merges a concept into another, with its relations. */
export async function mergeConceptAndRelations(
  db: Db,
  member: Member,
  fromId: string,
  intoId: string,
  reason: ConceptReason,
) {
  await inTransaction(db, async (tx) => {
    await mergeConcepts(tx, member, fromId, intoId, reason)
    await moveRelations(tx, member, 'concept', fromId, intoId)
  })
}

/** Takes the merge of a concept back, and gives it its relations again. */
export async function partConceptAndRelations(db: Db, member: Member, fromId: string, reason: ConceptReason) {
  await inTransaction(db, async (tx) => {
    const intoId = await partConcept(tx, member, fromId, reason)
    await moveRelationsBack(tx, 'concept', fromId, intoId)
  })
}

/** Merges a label into another, with its relations. */
export async function mergeLabelAndRelations(db: Db, member: Member, fromId: string, intoId: string, reason: Reason) {
  await inTransaction(db, async (tx) => {
    await mergeLabel(tx, member, fromId, intoId, reason)
    await moveRelations(tx, member, 'label', fromId, intoId)
  })
}

/** Takes the merge of a label back, and gives it its relations again. */
export async function partLabelAndRelations(db: Db, member: Member, fromId: string, reason: Reason) {
  await inTransaction(db, async (tx) => {
    const { mergedInto } = await findLabel(tx, fromId)
    await partLabel(tx, member, fromId, reason)
    if (mergedInto) await moveRelationsBack(tx, 'label', fromId, mergedInto)
  })
}
