import type { Member } from '#app/features/accounts/member.ts'
import { mergeVotes } from '#app/features/ballots/earlier/merge-votes.server.ts'
import { holdToMerge, leadInto } from '#app/features/claims/naming/merge.server.ts'
import { Merge } from '#app/features/claims/wording/wording.ts'
import { moveArguments } from '#app/features/discussion/arguments/merging/move-arguments.server.ts'
import { moveRelations } from '#app/features/relations/merging/move-relations.server.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'

/** Merges a framing into another of the same meaning, for good: everything leads there, arguments too, but nobody's opinion is carried along without their confirmation. */
export async function mergeFramings(db: Db, member: Member, fromId: string, how: Merge) {
  const { into, why } = parse(Merge, how)
  await inTransaction(db, async (tx) => {
    await holdToMerge(tx, member, fromId, into)
    await mergeVotes(tx, fromId, into)
    await moveArguments(tx, fromId, into)
    await leadInto(tx, member, fromId, into, why)
    await moveRelations(tx, member, 'framing', fromId, into)
  })
}
