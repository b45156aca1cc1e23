import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** The cells of these claims with what stands on them. */
export function selectCells(db: Db, claimIds: readonly string[]) {
  return db
    .selectFrom('tallies')
    .innerJoin('standpoints', 'standpoints.id', 'tallies.standpoint_id')
    .select(['tallies.claim_id', 'standpoint_id', 'framing_id', 'standpoints.position'])
    .select(['fits', 'partly', 'misfits', 'handles'])
    .where('tallies.claim_id', 'in', claimIds)
    .execute()
}

/** How those vote on the labels that arguments rely on who judge that the argued framing fits, and those who judge that it does not. Votes on earlier meanings, and the one that put the label on, are left out. */
export function selectLabelSides(db: Db, ids: readonly string[]) {
  const count = (verdict: 'fits' | 'misfits', value?: 'agree') =>
    sql<number>`sum(case when ballots.verdict = ${sql.lit(verdict)} ${value ? sql`and label_votes.value = ${sql.lit(value)}` : sql``} then 1 else 0 end)`
  return db
    .selectFrom('arguments')
    .innerJoin('standpoints as overall', (j) =>
      j.onRef('overall.claim_id', '=', 'arguments.claim_id').on('overall.position', '=', 0),
    )
    .innerJoin('evidence', (j) =>
      j
        .onRef('evidence.source_kind', '=', 'arguments.source_kind')
        .onRef('evidence.source_id', '=', 'arguments.source_id'),
    )
    .innerJoin('labels', 'labels.id', 'evidence.label_id')
    .innerJoin('label_votes', (j) =>
      j
        .onRef('label_votes.excerpt_id', '=', 'evidence.excerpt_id')
        .onRef('label_votes.label_id', '=', 'labels.id')
        .onRef('label_votes.label_version', '>=', 'labels.meaning')
        .on('placing', '=', 0),
    )
    .innerJoin('ballots', (j) =>
      j
        .on('ballots.standpoint_id', '=', sql`coalesce(arguments.standpoint_id, overall.id)`)
        .onRef('ballots.framing_id', '=', 'arguments.framing_id')
        .onRef('ballots.member_id', '=', 'label_votes.member_id'),
    )
    .select(['arguments.source_id', 'evidence.excerpt_id', 'labels.id as label_id', 'labels.name'])
    .select([count('fits', 'agree').as('yes_chosen'), count('fits').as('yes_seen')])
    .select([count('misfits', 'agree').as('no_chosen'), count('misfits').as('no_seen')])
    .where('arguments.source_kind', 'in', ['post', 'comment'])
    .where('arguments.source_id', 'in', ids)
    .groupBy(['arguments.source_id', 'evidence.excerpt_id', 'labels.id', 'labels.name'])
    .orderBy((e) => e.fn.min('evidence.position'))
    .orderBy('labels.id')
    .execute()
}
