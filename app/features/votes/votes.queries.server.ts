import { sql } from 'kysely'
import type { Subject } from '#app/features/discussion/comment.ts'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { prepared, preparedFirst, preparedWrite } from '#db/prepared.ts'
import type { VoteRow } from '#db/tables.ts'
import type { Axis, Target } from './vote.ts'

type Counted = Target & { axis: Axis }

/** Makes the totals of a target and axis, or holds them: until the transaction ends nobody else votes there. */
export const upsertTotals = preparedWrite((tx: Db, { kind, id, axis }: Counted, change: { up: number; down: number }) =>
  tx
    .insertInto('vote_totals')
    .values({ target_kind: kind, target_id: id, axis, ...change })
    .onConflict((c) =>
      c.columns(['target_kind', 'target_id', 'axis']).doUpdateSet((e) => ({
        up: e('vote_totals.up', '+', change.up),
        down: e('vote_totals.down', '+', change.down),
      })),
    ),
)

export const selectVote = preparedFirst((db: Db, { kind, id, axis }: Counted, memberId: string) =>
  db
    .selectFrom('votes')
    .select('value')
    .where('target_kind', '=', kind)
    .where('target_id', '=', id)
    .where('axis', '=', axis)
    .where('member_id', '=', memberId),
)

export const upsertVote = preparedWrite((tx: Db, row: VoteRow) => {
  const { value, cast_at } = row
  return tx
    .insertInto('votes')
    .values(row)
    .onConflict((c) => c.columns(['target_kind', 'target_id', 'axis', 'member_id']).doUpdateSet({ value, cast_at }))
})

export const deleteVote = preparedWrite((tx: Db, { kind, id, axis }: Counted, memberId: string) =>
  tx
    .deleteFrom('votes')
    .where('target_kind', '=', kind)
    .where('target_id', '=', id)
    .where('axis', '=', axis)
    .where('member_id', '=', memberId),
)

const isPrivate = sql<number>`case when posts.id is not null and posts.published_at is null then 1 else 0 end`.as(
  'is_private',
)

/** Who wrote a target, whether it is deleted, and whether the post that it is or stands under is private; undefined for what the member may not read. */
export function selectTarget(db: Db, { kind, id }: Target, memberId: string) {
  return kind === 'post' ? selectPost(db, id, memberId) : selectComment(db, id, memberId)
}

const selectPost = preparedFirst((db: Db, id: string, memberId: string) => {
  const post = db.selectFrom('posts').select(['member_id', 'deleted_at', isPrivate])
  return post.where('id', '=', id).where(isNotPrivate(memberId))
})

const selectComment = preparedFirst((db: Db, id: string, memberId: string) =>
  db
    .selectFrom('comments')
    .leftJoin('posts', (j) => j.on('subject_kind', '=', 'post').onRef('posts.id', '=', 'subject_id'))
    .select(['comments.member_id', 'comments.deleted_at', isPrivate])
    .where('comments.id', '=', id)
    .where(isNotOnPrivatePost(memberId)),
)

/** Whether a member is an author of a post with the one who began it. */
export const selectCoAuthor = preparedFirst((db: Db, postId: string, memberId: string) =>
  db
    .selectFrom('post_authors')
    .select('member_id')
    .where('post_id', '=', postId)
    .where('member_id', '=', memberId)
    .where('accepted_at', 'is not', null),
)

export const selectTotals = prepared((db: Db, kind: Target['kind'], ids: string[]) =>
  db.selectFrom('vote_totals').selectAll().where('target_kind', '=', kind).where('target_id', 'in', ids),
)

/** Of every comment under a subject what orders and counts it, and nothing that is read. */
export const selectOutline = prepared((db: Db, { kind, id }: Subject) =>
  db
    .selectFrom('comments')
    .innerJoin('members', 'members.id', 'comments.member_id')
    .leftJoin('vote_totals as approval', (j) =>
      j
        .on('approval.target_kind', '=', 'comment')
        .onRef('approval.target_id', '=', 'comments.id')
        .on('approval.axis', '=', 'approval'),
    )
    .leftJoin('vote_totals as agreement', (j) =>
      j
        .on('agreement.target_kind', '=', 'comment')
        .onRef('agreement.target_id', '=', 'comments.id')
        .on('agreement.axis', '=', 'agreement'),
    )
    .select(['comments.id', 'parent_id', 'member_id', 'handle', 'comments.created_at', 'deleted_at'])
    .select(['approval.up', 'approval.down', 'agreement.up as agree', 'agreement.down as disagree'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id),
)

export const selectVotesOf = prepared((db: Db, memberId: string, kind: Target['kind'], ids: string[]) =>
  db
    .selectFrom('votes')
    .select(['target_id', 'axis', 'value'])
    .where('target_kind', '=', kind)
    .where('target_id', 'in', ids)
    .where('member_id', '=', memberId),
)

/** The approval of what a member wrote of one kind, up less down, as far as everybody may read it. */
export async function selectKarma(db: Db, kind: Target['kind'], memberId: string): Promise<number> {
  const table = kind === 'post' ? ('posts' as const) : ('comments' as const)
  const sum = await db
    .selectFrom(table)
    .innerJoin('vote_totals', (j) => j.on('target_kind', '=', kind).onRef('target_id', '=', `${table}.id`))
    .select((e) => e.fn.sum<number | null>(e('up', '-', e.ref('down'))).as('karma'))
    .where(`${table}.member_id`, '=', memberId)
    .where(`${table}.deleted_at`, 'is', null)
    .where(kind === 'post' ? isNotPrivate() : isNotOnPrivatePost())
    .where('axis', '=', 'approval')
    .executeTakeFirstOrThrow()
  return Number(sum.karma ?? 0)
}
