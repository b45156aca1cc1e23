import type { ExpressionBuilder } from 'kysely'
import type { Db } from '#db/open.ts'
import type { ModerationActRow, Tables } from '#db/tables.ts'

/** What was found against a member by a rule, unless an appeal reversed it or it was shown again. */
const upheldAgainst = (e: ExpressionBuilder<Tables, 'members'>) =>
  e
    .selectFrom('moderation_acts as acts')
    .leftJoin('appeals', 'appeals.act_id', 'acts.id')
    .select((n) => n.fn.max('acted_at').as('at'))
    .whereRef('acts.member_id', '=', 'members.id')
    .where('act', 'in', ['hidden', 'warned', 'suspended'])
    .where('rule', '<>', '')
    .where((n) => n.or([n('decision', 'is', null), n('decision', '<>', 'reversed')]))
    .where((n) => n.or([n('act', '<>', 'hidden'), n.not(n.exists(isShownAgain(n)))]))

const isShownAgain = (n: ExpressionBuilder<{ acts: ModerationActRow } & Tables, 'acts'>) =>
  n
    .selectFrom('moderation_acts as later')
    .select('later.id')
    .where('later.act', '=', 'restored')
    .whereRef('later.kind', '=', 'acts.kind')
    .whereRef('later.thing_id', '=', 'acts.thing_id')
    .whereRef('later.acted_at', '>=', 'acts.acted_at')

/** When a member joined, how many of their posts and comments somebody approved of, and when they last broke a rule. */
export async function selectKnown(db: Db, memberId: string) {
  return db
    .selectFrom('members')
    .select((e) => [
      'members.created_at',
      e
        .selectFrom('vote_totals')
        .innerJoin('posts', 'posts.id', 'vote_totals.target_id')
        .select((n) => n.fn.countAll<number>().as('n'))
        .where('vote_totals.target_kind', '=', 'post')
        .where('vote_totals.axis', '=', 'approval')
        .where('vote_totals.up', '>', 0)
        .whereRef('posts.member_id', '=', 'members.id')
        .where('posts.deleted_at', 'is', null)
        .as('posts'),
      e
        .selectFrom('vote_totals')
        .innerJoin('comments', 'comments.id', 'vote_totals.target_id')
        .select((n) => n.fn.countAll<number>().as('n'))
        .where('vote_totals.target_kind', '=', 'comment')
        .where('vote_totals.axis', '=', 'approval')
        .where('vote_totals.up', '>', 0)
        .whereRef('comments.member_id', '=', 'members.id')
        .where('comments.deleted_at', 'is', null)
        .as('comments'),
      upheldAgainst(e).as('upheld_at'),
    ])
    .where('members.id', '=', memberId)
    .executeTakeFirst()
}
