import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteDeeds } from './forget-deeds.queries.server.ts'

/** What made something that stays, or decided about somebody else's. How a removed member voted, what they followed and when they changed their settings is in no deed of these. */
const madeSomething = [
  ...['annotation.sent', 'attribution.refused', 'claim.proposed', 'classifier.made', 'collection.edited'],
  ...['collection.grew', 'collection.made', 'collection.shrank', 'comment.deleted', 'comment.edited', 'comment.moved'],
  ...['comment.restored', 'comment.written', 'concept.created', 'concept.edited', 'discussion.imported'],
  ...['excerpt.marked', 'framing.adopted', 'framing.coined', 'framing.merged', 'framing.named'],
  ...['framing.proposed', 'label.edited', 'label.proposed', 'member.attributed', 'member.removed'],
  ...['post.deleted', 'post.edited', 'post.published', 'post.restored', 'post.unpublished', 'post.written'],
  ...['relation-kind.added', 'relation-kind.renamed', 'relation.edited', 'relation.said', 'relation.withdrawn'],
  ...['relations.brought', 'standpoint.added', 'thread.locked', 'thread.opened', 'transcript.added'],
  ...['transcript.redacted', 'appeal.decided', 'moderation.dismissed', 'moderation.hidden', 'moderation.locked'],
  ...['moderation.moved', 'moderation.opened', 'moderation.released', 'moderation.restored'],
  ...['moderation.suspended', 'moderation.warned'],
]

/** Forgets so many deeds of a removed member that made nothing; answers how many there were. */
export function forgetDeeds(db: Db, memberId: string, most: number): Promise<number> {
  return inTransaction(db, (tx) => deleteDeeds(tx, memberId, madeSomething, most))
}
