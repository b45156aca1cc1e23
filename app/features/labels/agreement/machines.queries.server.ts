import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** What most people say, the placing vote left out. */
export type PeopleSay = 'agree' | 'disagree' | 'split' | 'nothing'

const judgedAgree = sql`(l.agree - l.placing_agree)`
const judgedDisagree = sql`(l.disagree - l.placing_disagree)`
const peopleSay = sql<PeopleSay>`case when ${judgedAgree} + ${judgedDisagree} = 0 then 'nothing'
  when ${judgedAgree} > ${judgedDisagree} then 'agree' when ${judgedAgree} < ${judgedDisagree} then 'disagree'
  else 'split' end`

/** Of each classifier that spoke of a label: on how many excerpts it says so (1) or not (0), and people what. */
export async function selectMachinesAndPeople(db: Db, labelId: string) {
  const said = db
    .selectFrom('machine_labellings as m')
    .innerJoin('labellings as l', (join) =>
      join.onRef('l.excerpt_id', '=', 'm.excerpt_id').onRef('l.label_id', '=', 'm.label_id'),
    )
    .select([
      'm.classifier',
      sql<number>`case when m.score is null or m.score >= 0.5 then 1 else 0 end`.as('fits'),
      peopleSay.as('people'),
    ])
    .where('m.label_id', '=', labelId)
  const rows = await db
    .selectFrom(said.as('said'))
    .select(['classifier', 'fits', 'people'])
    .select((e) => e.fn.countAll<number>().as('times'))
    .groupBy(['classifier', 'fits', 'people'])
    .orderBy('classifier')
    .execute()
  return rows.map((row) => ({ ...row, times: Number(row.times) }))
}

/** On how many excerpts a member says of a label what most others say, and on how many something else; even splits and the placing vote left out. */
export async function selectOwnAndOthers(db: Db, labelId: string, memberId: string) {
  const mine = (value: string) => sql`case when v.value = ${value} then 1 else 0 end`
  const lead = sql<number>`(${judgedAgree} - ${mine('agree')} - ${judgedDisagree} + ${mine('disagree')})`
  const row = await db
    .selectFrom('label_votes as v')
    .innerJoin('labels', 'labels.id', 'v.label_id')
    .innerJoin('labellings as l', (join) =>
      join.onRef('l.excerpt_id', '=', 'v.excerpt_id').onRef('l.label_id', '=', 'v.label_id'),
    )
    .select([
      sql<number>`coalesce(sum(case when ${lead} <> 0 then 1 else 0 end), 0)`.as('n'),
      sql<number>`coalesce(sum(case when (v.value = 'agree' and ${lead} > 0) or (v.value = 'disagree' and ${lead} < 0)
        then 1 else 0 end), 0)`.as('same'),
    ])
    .where('v.label_id', '=', labelId)
    .where('v.member_id', '=', memberId)
    .where('v.value', '!=', 'unsure')
    .where('v.placing', '=', 0)
    .whereRef('v.label_version', '>=', 'labels.meaning')
    .executeTakeFirst()
  return { n: Number(row?.n ?? 0), same: Number(row?.same ?? 0) }
}
