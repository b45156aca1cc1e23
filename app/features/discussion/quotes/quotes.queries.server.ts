import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { QuoteRow } from '#db/tables.ts'
import type { Target } from './quote.ts'

export async function insertQuote(tx: Db, row: QuoteRow) {
  await tx.insertInto('quotes').values(row).execute()
}

/** The text of a post or comment, which nobody edits before the transaction ends. */
export function selectTextToQuote(tx: Db, kind: 'post' | 'comment', id: string) {
  return tx
    .selectFrom(kind === 'post' ? 'posts' : 'comments')
    .select(['body', 'html', 'revision'])
    .where('id', '=', id)
    .$call(held(tx))
    .executeTakeFirstOrThrow()
}

export function selectQuotesOn(tx: Db, { kind, id }: Target) {
  return tx.selectFrom('quotes').selectAll().where('target_kind', '=', kind).where('target_id', '=', id).execute()
}

export async function updateAnchor(
  tx: Db,
  commentId: string,
  set: Pick<QuoteRow, 'state' | 'from_offset' | 'to_offset'>,
) {
  await tx.updateTable('quotes').set(set).where('comment_id', '=', commentId).execute()
}

export type NamedQuoteRow = Awaited<ReturnType<typeof selectQuotesOf>>[number]

/** The quotes in these comments, each with when what it quotes was deleted. */
export const selectQuotesOf = prepared((db: Db, commentIds: string[]) =>
  db
    .selectFrom('quotes')
    .leftJoin('posts', (j) => j.on('target_kind', '=', 'post').onRef('posts.id', '=', 'target_id'))
    .leftJoin('comments', (j) => j.on('target_kind', '=', 'comment').onRef('comments.id', '=', 'target_id'))
    .selectAll('quotes')
    .select((e) => e.fn.coalesce('posts.deleted_at', 'comments.deleted_at').as('target_deleted_at'))
    .where('comment_id', 'in', commentIds),
)

/** Where words of these posts or comments are quoted by comments that stand. */
export const selectQuotedWords = prepared((db: Db, kind: string, ids: string[]) =>
  db
    .selectFrom('quotes')
    .innerJoin('comments', 'comments.id', 'comment_id')
    .select(['comment_id', 'target_id', 'from_offset', 'to_offset'])
    .where('target_kind', '=', kind)
    .where('target_id', 'in', ids)
    .where('from_offset', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('from_offset')
    .orderBy('comment_id'),
)

export type SideCommentRow = Awaited<ReturnType<typeof selectSideComments>>[number]

/** The comments right under a post that quote words of it, in the order of the words. */
export function selectSideComments(db: Db, postId: string, limit: number) {
  return db
    .selectFrom('quotes')
    .innerJoin('comments', 'comments.id', 'comment_id')
    .innerJoin('members', 'members.id', 'comments.member_id')
    .select(['comment_id', 'from_offset', 'to_offset', 'html', 'handle', 'comments.member_id'])
    .where('target_kind', '=', 'post')
    .where('target_id', '=', postId)
    .where('from_offset', 'is not', null)
    .where('subject_kind', '=', 'post')
    .where('subject_id', '=', postId)
    .where('depth', '=', 0)
    .where('deleted_at', 'is', null)
    .orderBy('from_offset')
    .orderBy('comments.created_at')
    .orderBy('comment_id')
    .limit(limit)
    .execute()
}
