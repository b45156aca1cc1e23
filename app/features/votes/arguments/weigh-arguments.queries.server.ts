import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'

/** The arguments on a claim, or what these posts and comments argue. */
export type Scope = { claimId: string } | { ids: string[] }

function isWithin(scope: Scope) {
  if ('claimId' in scope) return sql<SqlBool>`arguments.claim_id = ${scope.claimId}`
  // With the kind, so that the key serves.
  return sql<SqlBool>`arguments.source_kind in ('post', 'comment') and arguments.source_id in (${sql.join(scope.ids)})`
}

/** What arguments bear on and their approval; those of what is deleted or private are left out. */
function selectArguments(db: Db) {
  return db
    .selectFrom('arguments')
    .innerJoin('claims', 'claims.id', 'arguments.claim_id')
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .leftJoin('vote_totals', (j) =>
      j.onRef('target_kind', '=', 'source_kind').onRef('target_id', '=', 'source_id').on('axis', '=', 'approval'),
    )
    .select(['source_kind', 'source_id', 'arguments.claim_id', 'framing_id', 'standpoint_id', 'direction', 'aspect'])
    .select(['claims.kind as claim_kind', 'up', 'down'])
    .select((e) => e.fn.coalesce('posts.created_at', 'comments.created_at').as('written_at'))
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
}

export type WeighedRow = Awaited<ReturnType<typeof selectWeighed>>[number]

export const selectWeighed = prepared((db: Db, scope: Scope) => selectArguments(db).where(isWithin(scope)))

/** The most approved arguments on a framing, whatever their claims. */
export function selectWeighedFor(db: Db, framingId: string, limit: number) {
  return selectArguments(db)
    .where('framing_id', '=', framingId)
    .orderBy((e) => e.fn.coalesce('up', sql<number>`0`), 'desc')
    .orderBy('source_id')
    .limit(limit)
    .execute()
}

const votes = (is: RawBuilder<SqlBool>, value: 1 | -1) =>
  sql<number>`sum(case when ${is} and votes.value = ${sql.lit(value)} then 1 else 0 end)`

/** Approval of each argument by those who take the one side, and by those who take the other. */
const bySide = (isYes: RawBuilder<SqlBool>, isNo: RawBuilder<SqlBool>) => [
  votes(isYes, 1).as('yes_up'),
  votes(isYes, -1).as('yes_down'),
  votes(isNo, 1).as('no_up'),
  votes(isNo, -1).as('no_down'),
]

/** Arguments with the votes on them and the standpoint from which their voters' own ballots count: the argument's, or all things considered. */
function selectVotes(db: Db, scope: Scope) {
  return db
    .selectFrom('arguments')
    .innerJoin('standpoints as overall', (j) =>
      j.onRef('overall.claim_id', '=', 'arguments.claim_id').on('overall.position', '=', 0),
    )
    .innerJoin('votes', (j) =>
      j.onRef('target_kind', '=', 'source_kind').onRef('target_id', '=', 'source_id').on('axis', '=', 'approval'),
    )
    .where(isWithin(scope))
}

const from = sql<string>`coalesce(arguments.standpoint_id, overall.id)`

/** Split by the voters' own verdict on the framing. */
export const selectSidesByVerdict = prepared((db: Db, scope: Scope) =>
  selectVotes(db, scope)
    .innerJoin('ballots', (j) =>
      j
        .on('ballots.standpoint_id', '=', from)
        .onRef('ballots.framing_id', '=', 'arguments.framing_id')
        .onRef('ballots.member_id', '=', 'votes.member_id'),
    )
    .select('source_id')
    .select(bySide(sql`ballots.verdict = 'fits'`, sql`ballots.verdict = 'misfits'`))
    .where('aspect', '=', 'fit')
    .groupBy('source_id'),
)

/** Split by whether the voters would use the framing as the name. */
export const selectSidesByHandle = prepared((db: Db, scope: Scope) =>
  selectVotes(db, scope)
    .innerJoin('handle_votes', (j) =>
      j.on('handle_votes.standpoint_id', '=', from).onRef('handle_votes.member_id', '=', 'votes.member_id'),
    )
    .select('source_id')
    .select(
      bySide(
        sql`handle_votes.framing_id = arguments.framing_id`,
        sql`coalesce(handle_votes.framing_id, '') <> arguments.framing_id`,
      ),
    )
    .where('aspect', '=', 'name')
    .groupBy('source_id'),
)

/** How many ballots on its claim each argument moved, or an excerpt that it cites, as their voters said; not the writer's own. */
export const selectMoved = prepared((db: Db, scope: Scope) => {
  const cited = db
    .selectFrom('arguments')
    .innerJoin('evidence', (j) =>
      j
        .onRef('evidence.source_kind', '=', 'arguments.source_kind')
        .onRef('evidence.source_id', '=', 'arguments.source_id'),
    )
    .select(['arguments.source_kind', 'arguments.source_id', 'claim_id'])
    .select([sql<string>`'excerpt'`.as('mover_kind'), 'excerpt_id as mover_id'])
    .where(isWithin(scope))
  const itself = db
    .selectFrom('arguments')
    .select(['source_kind', 'source_id', 'claim_id'])
    .select(['source_kind as mover_kind', 'source_id as mover_id'])
    .where(isWithin(scope))
  const ballot = sql`history.standpoint_id || ' ' || history.framing_id || ' ' || history.member_id`
  return db
    .selectFrom(cited.unionAll(itself).as('movers'))
    .innerJoin('ballot_history as history', (j) =>
      j
        .onRef('history.claim_id', '=', 'movers.claim_id')
        .onRef('history.moved_by_id', '=', 'movers.mover_id')
        .on('history.moved_by_kind', '=', sql.ref('movers.mover_kind')),
    )
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .select(['source_id', sql<number>`count(distinct ${ballot})`.as('ballots')])
    .where((e) => e('history.member_id', '<>', e.fn.coalesce('posts.member_id', 'comments.member_id')))
    .groupBy('source_id')
})
