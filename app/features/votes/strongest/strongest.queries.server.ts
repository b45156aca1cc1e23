import type { Subject } from '#app/features/discussion/comment.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'

/** The comments in the thread of a subject that argue for a framing. */
export const selectArgumentsFor = prepared((db: Db, { kind, id }: Subject) =>
  db
    .selectFrom('comments')
    .innerJoin('arguments', (j) => j.on('source_kind', '=', 'comment').onRef('source_id', '=', 'comments.id'))
    .select('source_id')
    .where('comments.subject_kind', '=', kind)
    .where('comments.subject_id', '=', id)
    .where('direction', '=', 'for'),
)
