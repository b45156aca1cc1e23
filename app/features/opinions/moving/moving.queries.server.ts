import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'

/** Comments that argue on a claim, the newest first. */
export function selectArguingComments(db: Db, claimId: string, most: number) {
  return db
    .selectFrom('arguments')
    .innerJoin('comments', 'comments.id', 'arguments.source_id')
    .innerJoin('members', 'members.id', 'comments.member_id')
    .select(['comments.id', 'comments.html', 'members.handle'])
    .where('arguments.claim_id', '=', claimId)
    .where('arguments.source_kind', '=', 'comment')
    .where('comments.deleted_at', 'is', null)
    .where(isNotOnPrivatePost())
    .orderBy('comments.created_at', 'desc')
    .orderBy('comments.id')
    .limit(most)
    .execute()
}

/** Excerpts that arguments on a claim rest on, as far as everybody may read these. */
export function selectCitedExcerpts(db: Db, claimId: string, most: number) {
  return db
    .selectFrom('arguments')
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.source_kind', '=', 'arguments.source_kind')
        .onRef('evidence.source_id', '=', 'arguments.source_id'),
    )
    .innerJoin('excerpts', 'excerpts.id', 'evidence.excerpt_id')
    .leftJoin('posts', (j) => j.on('arguments.source_kind', '=', 'post').onRef('posts.id', '=', 'arguments.source_id'))
    .leftJoin('comments', (j) =>
      j.on('arguments.source_kind', '=', 'comment').onRef('comments.id', '=', 'arguments.source_id'),
    )
    .select(['excerpts.id', 'excerpts.exact'])
    .distinct()
    .where('arguments.claim_id', '=', claimId)
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
    .orderBy('excerpts.id', 'desc')
    .limit(most)
    .execute()
}
