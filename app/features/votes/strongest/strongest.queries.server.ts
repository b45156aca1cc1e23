import type { Subject } from '#app/features/discussion/comment.ts'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'

/** The arguments for a framing that bear on a claim, or that stand in the thread of another subject: what ranks them, and nothing that is read. */
export function selectArgumentsFor(db: Db, { kind, id }: Subject) {
  const query = db
    .selectFrom('arguments')
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .leftJoin('vote_totals', (j) =>
      j.onRef('target_kind', '=', 'source_kind').onRef('target_id', '=', 'source_id').on('axis', '=', 'approval'),
    )
    .select(['source_kind', 'source_id', 'arguments.claim_id', 'framing_id', 'up', 'down'])
    .select((e) => e.fn.coalesce('posts.created_at', 'comments.created_at').as('written_at'))
    .where('direction', '=', 'for')
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
  if (kind === 'claim') return query.where('arguments.claim_id', '=', id).execute()
  return query.where('comments.subject_kind', '=', kind).where('comments.subject_id', '=', id).execute()
}
