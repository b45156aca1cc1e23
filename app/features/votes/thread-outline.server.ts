import { type Author, deletedAuthor } from '#app/features/discussion/bearing.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { inReadingOrder } from '#app/features/discussion/threads/thread.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { comparisons, type Sort, sorts } from './ranking.ts'
import type { Count } from './vote.ts'
import * as queries from './votes.queries.server.ts'

/** Reads `?sort=`; what is none of the sorts is refused. */
export function sortOf(given: string | null, usual: Sort = 'old'): Sort {
  const sort = sorts.find((one) => one === (given ?? usual))
  if (!sort) throw invalid({ sort: `A sort is one of ${sorts.join(', ')}.` })
  return sort
}

/** A comment's place in its thread: what is known of all before any is read. */
export interface Outlined {
  id: string
  parentId: string | null
  author: Author
  createdAt: number
  isDeleted: boolean
  approval: Count
  agreement: Count
}

/** All comments under a subject in reading order, replies to the same one by the sort. */
export async function outlineOf(db: Db, subject: Subject, sort: Sort): Promise<Outlined[]> {
  return inReadingOrder((await queries.selectOutline(db, subject)).map(outlined), comparisons[sort])
}

function outlined(row: Awaited<ReturnType<typeof queries.selectOutline>>[number]): Outlined {
  const { id, parent_id: parentId, created_at: createdAt } = row
  const isDeleted = row.deleted_at !== null
  const author = isDeleted ? deletedAuthor : { id: row.member_id, handle: row.handle }
  const approval = { up: row.up ?? 0, down: row.down ?? 0 }
  return {
    id,
    parentId,
    author,
    createdAt,
    isDeleted,
    approval,
    agreement: { up: row.agree ?? 0, down: row.disagree ?? 0 },
  }
}
