import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'

/** What a member marked, the newest first; what stands for a whole transcript is nobody's mark. */
export function selectMarkedBy(db: Db, memberId: string, limit: number, after: [number, string] | null) {
  let query = db
    .selectFrom('excerpts')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .select(['excerpts.id', 'excerpts.exact', 'excerpts.transcript_id', 'excerpts.created_at'])
    .select(['transcripts.title', 'transcripts.model'])
    .where('excerpts.member_id', '=', memberId)
    .where('excerpts.whole', '=', 0)
  if (after) query = query.where(isListedAfter('excerpts', after))
  return query.orderBy('excerpts.created_at', 'desc').orderBy('excerpts.id', 'desc').limit(limit).execute()
}
