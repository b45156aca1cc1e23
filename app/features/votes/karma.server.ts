import type { Db } from '#db/open.ts'
import * as queries from './votes.queries.server.ts'

/** What others think of a member's posts and comments: approval, up less down. Agreement never counts, nor what was deleted or is private. */
export async function karmaOf(db: Db, memberId: string): Promise<number> {
  const sums = [await queries.selectKarma(db, 'post', memberId), await queries.selectKarma(db, 'comment', memberId)]
  return sums.reduce((total, sum) => total + sum, 0)
}
