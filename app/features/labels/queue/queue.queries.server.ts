import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** So many turns a whole transcript may have to be read in the queue. */
export const mostTurns = 12
const fewVotes = 5

export async function countVotesBy(db: Db, memberId: string): Promise<number> {
  const row = await db
    .selectFrom('label_votes')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

const isLive = sql<boolean>`labels.retired_at is null and labels.merged_into is null`
const isPlaced = sql<boolean>`(l.placed_by is not null or l.given = 1 or exists
  (select 1 from machine_labellings m where m.excerpt_id = l.excerpt_id and m.label_id = l.label_id))`
const isReadable = sql<boolean>`(excerpts.whole = 0 or transcripts.turn_count <= ${mostTurns})`
const isUnseenBy = (memberId: string) => sql<boolean>`not exists
  (select 1 from showings s where s.member_id = ${memberId} and s.excerpt_id = excerpts.id)`

// 1 where nobody has said yet or half stands against half, less with every vote and the more they are of one mind.
const judged = sql<number>`cast(agree - placing_agree + disagree - placing_disagree as double precision)`
const split = sql<number>`(1 - abs(agree - placing_agree - disagree + placing_disagree) / ${judged})`
const few = sql<number>`pow(cast(2 as double precision), -${judged} / 5)`
const need = sql<number>`case when ${judged} = 0 then 1.0 when ${split} > ${few} then ${split} else ${few} end`
const leastNeed = 0.2

/** Labels on excerpts that a member has neither voted on, as they are meant now, nor been shown the votes of. */
function unseenLabellings(db: Db, memberId: string) {
  return db
    .selectFrom('labellings as l')
    .innerJoin('labels', 'labels.id', 'l.label_id')
    .innerJoin('excerpts', 'excerpts.id', 'l.excerpt_id')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .select(['l.excerpt_id', 'l.label_id'])
    .where(isLive)
    .where(isReadable)
    .where(isUnseenBy(memberId))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('label_votes as v')
            .select('v.value')
            .whereRef('v.excerpt_id', '=', 'l.excerpt_id')
            .whereRef('v.label_id', '=', 'l.label_id')
            .whereRef('v.label_version', '>=', 'labels.meaning')
            .where('v.member_id', '=', memberId),
        ),
      ),
    )
}

/** Labels that somebody put on: those with the fewest votes, or the most split, first. */
export function selectPlaced(db: Db, memberId: string, most: number) {
  return unseenLabellings(db, memberId)
    .where(isPlaced)
    .where(need, '>', leastNeed)
    .orderBy(need, 'desc')
    .orderBy('l.excerpt_id')
    .orderBy('l.label_id')
    .limit(most)
    .execute()
}

/** Pairs that nobody put together but the queue, drawn once already and not yet read by enough. */
export function selectDrawn(db: Db, memberId: string, most: number) {
  return unseenLabellings(db, memberId)
    .where(sql<boolean>`not ${isPlaced}`)
    .where(sql`agree + disagree + unsure`, '<', fewVotes)
    .orderBy('l.created_at')
    .orderBy('l.excerpt_id')
    .orderBy('l.label_id')
    .limit(most)
    .execute()
}

function unseenExcerpts(db: Db, memberId: string) {
  return db
    .selectFrom('excerpts')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .where(isReadable)
    .where(isUnseenBy(memberId))
}

export async function countUnseenExcerpts(db: Db, memberId: string): Promise<number> {
  const row = await unseenExcerpts(db, memberId)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

export function selectUnseenExcerpt(db: Db, memberId: string, place: number) {
  return unseenExcerpts(db, memberId)
    .select('excerpts.id')
    .orderBy('excerpts.id')
    .offset(place)
    .limit(1)
    .executeTakeFirst()
}

/** Labels that are on an excerpt in no way, not even by the queue's asking. */
export function selectLabelsNotOn(db: Db, excerptId: string) {
  return db
    .selectFrom('labels')
    .select('id')
    .where(isLive)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('labellings')
            .select('given')
            .whereRef('label_id', '=', 'labels.id')
            .where('excerpt_id', '=', excerptId),
        ),
      ),
    )
    .orderBy('id')
    .execute()
}

/** Whether there is such an excerpt, and such a label. */
export async function selectKnown(db: Db, excerptId: string, labelId: string) {
  const excerpt = await db.selectFrom('excerpts').select('id').where('id', '=', excerptId).executeTakeFirst()
  const label = await db.selectFrom('labels').select('id').where('id', '=', labelId).executeTakeFirst()
  return { excerpt: excerpt !== undefined, label: label !== undefined }
}
