import { sql } from 'kysely'
import { numberAndId, type Page } from '#app/lib/paging.server.ts'
import { isOn } from '#db/labelled.ts'
import type { Db } from '#db/open.ts'

// Contestedness as `contestednessOf` in labelling.ts has it. The casts keep PostgreSQL from dividing whole numbers.
const judged = sql<number>`cast(agree - placing_agree + disagree - placing_disagree as double precision)`
const apart = sql<number>`abs(agree - placing_agree - disagree + placing_disagree)`
const contestedness = sql<number>`case when ${judged} = 0 then 0.0
  else (1 - ${apart} / ${judged}) * (1 - pow(cast(2 as double precision), -${judged} / 5)) end`

/** Excerpts that carry a label, the most contested first; one more than the page holds. */
export function selectCarrying(db: Db, labelId: string, { limit, after }: Page) {
  const [worth, id] = after ? numberAndId(after) : [0, '']
  return db
    .selectFrom((e) =>
      e
        .selectFrom('labellings')
        .select(['excerpt_id', 'label_id', contestedness.as('worth')])
        .where('label_id', '=', labelId)
        .where(isOn)
        .as('carrying'),
    )
    .selectAll()
    .$if(after !== null, (q) =>
      q.where((e) => e.or([e('worth', '<', worth), e.and([e('worth', '=', worth), e('excerpt_id', '<', id)])])),
    )
    .orderBy('worth', 'desc')
    .orderBy('excerpt_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The most contested labellings of all; none over which nobody is split. */
export function selectMostContested(db: Db, most: number) {
  return db
    .selectFrom('labellings')
    .select(['excerpt_id', 'label_id'])
    .where(isItself)
    .where('agree', '>', (e) => e.ref('placing_agree'))
    .where('disagree', '>', (e) => e.ref('placing_disagree'))
    .orderBy(contestedness, 'desc')
    .orderBy('excerpt_id', 'desc')
    .orderBy('label_id')
    .limit(most)
    .execute()
}

// What was merged keeps its own labellings, for the day on which it may part again; what counts is the other's.
const isItself = sql<boolean>`exists (select 1 from labels where labels.id = label_id and labels.merged_into is null)`

const isMachineAgainst = sql<boolean>`exists (select 1 from machine_labellings m
  where m.excerpt_id = labellings.excerpt_id and m.label_id = labellings.label_id
  and (case when m.score is null or m.score >= 0.5 then 1 else -1 end) * (agree - placing_agree - disagree + placing_disagree) < 0)`
const oneMind = sql<number>`case when ${judged} = 0 then 0.0
  else (${apart} / ${judged}) * (1 - pow(cast(2 as double precision), -${judged} / 5)) end`

/** Where a classifier says one thing and at least so many people, most of them, the other: the clearest first. */
export function selectMachineAgainstPeople(db: Db, most: number, fewest: number) {
  return db
    .selectFrom('labellings')
    .select(['excerpt_id', 'label_id'])
    .where(isItself)
    .where(judged, '>=', fewest)
    .where(isMachineAgainst)
    .orderBy(oneMind, 'desc')
    .orderBy('excerpt_id', 'desc')
    .orderBy('label_id')
    .limit(most)
    .execute()
}
