import type { Db } from '#db/open.ts'
import type { LabelVoteHistoryRow, LabelVoteRow } from '#db/tables.ts'

type Pair = Pick<LabelVoteRow, 'excerpt_id' | 'label_id'>

export function selectVotesBy(db: Db, pair: Pair, memberIds: readonly string[]) {
  return db
    .selectFrom('label_votes')
    .selectAll()
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where('member_id', 'in', memberIds)
    .execute()
}

export function selectPlacer(db: Db, pair: Pair) {
  return db
    .selectFrom('labellings')
    .select('placed_by')
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .executeTakeFirstOrThrow()
}

export async function upsertVotes(tx: Db, rows: readonly LabelVoteRow[]) {
  await tx
    .insertInto('label_votes')
    .values(rows)
    .onConflict((c) =>
      c.columns(['excerpt_id', 'label_id', 'member_id']).doUpdateSet((e) => ({
        value: e.ref('excluded.value'),
        placing: e.ref('excluded.placing'),
        blind: e.ref('excluded.blind'),
        label_version: e.ref('excluded.label_version'),
        cast_at: e.ref('excluded.cast_at'),
        merged_from: e.ref('excluded.merged_from'),
      })),
    )
    .execute()
}

export async function insertHistories(tx: Db, rows: readonly LabelVoteHistoryRow[]) {
  await tx.insertInto('label_vote_history').values(rows).execute()
}
