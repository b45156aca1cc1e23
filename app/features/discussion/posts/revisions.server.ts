import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import type { PostRow } from '#db/tables.ts'
import { mayEdit, type Post, type PostRevision } from '../post.ts'
import * as queries from './posts.queries.server.ts'
import { wordsIn } from './review.server.ts'

type Kept = Pick<PostRow, 'id' | 'revision' | 'kind' | 'title' | 'url' | 'body' | 'review'>

/** Keeps what a post says from now on; `at` is when that was written. */
export async function keepRevision(tx: Db, author: Member, post: Kept, at: number) {
  const { id, revision, kind, title, url, body, review } = post
  const words = wordsIn(review)
  const row = { post_id: id, revision, kind, title, url, body, review: words && JSON.stringify(words) }
  await queries.insertPostRevision(tx, { ...row, member_id: author.id, at })
}

/** What a post said at each of its revisions, the newest first. What it said before it could be read stays its authors'. */
export async function revisionsOf(db: Db, post: Post, reader: Member | null): Promise<PostRevision[]> {
  if (post.isDeleted) return []
  const all = await queries.selectPostRevisions(db, post.id)
  const shown = mayEdit(reader, post) ? all : all.slice(0, 1 + all.findIndex(isFirstRead(post.firstPublishedAt)))
  return shown.map((row) => ({ ...row, review: row.review === null ? null : JSON.parse(row.review) }))
}

/** Of revisions that are newest first, the one that readers of the post saw first. */
function isFirstRead(publishedAt: number | null) {
  return ({ at }: { at: number }) => at <= (publishedAt ?? 0)
}
