import { type RawBuilder, sql } from 'kysely'
import { seededRandom } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import type { Browse } from './browse.ts'
import { conditionOf, mostAgree } from './carrying.queries.server.ts'

export interface Place {
  transcript_id: string
  position: number
  /** What it is sorted by, then by position: smallest first. */
  key: number
}

/** Places of a collection in the order that is asked for, after one of them; one more than the limit. */
export async function selectPlaces(
  db: Db,
  collectionId: string,
  browse: Browse,
  limit: number,
  after: readonly [key: number, position: number] | null,
): Promise<Place[]> {
  const listed = placesIn(db, collectionId, browse).select(['c.transcript_id', 'c.position', keyOf(browse).as('key')])
  return db
    .selectFrom(listed.as('listed'))
    .selectAll()
    .$if(after !== null, (query) =>
      query.where((e) =>
        e.or([
          e('key', '>', after?.[0] ?? 0),
          e.and([e('key', '=', after?.[0] ?? 0), e('position', '>', after?.[1] ?? 0)]),
        ]),
      ),
    )
    .orderBy('key')
    .orderBy('position')
    .limit(limit + 1)
    .execute()
}

export async function selectPlaceCount(db: Db, collectionId: string, browse: Browse): Promise<number> {
  const row = await placesIn(db, collectionId, browse)
    .select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

function placesIn(db: Db, collectionId: string, { condition, label }: Browse) {
  return db
    .selectFrom('collection_transcripts as c')
    .where('c.collection_id', '=', collectionId)
    .$if(condition !== '', (query) =>
      query.where(
        sql<boolean>`exists (select 1 from transcripts t where t.id = c.transcript_id and ${conditionOf} = ${condition})`,
      ),
    )
    .$if(label !== '', (query) =>
      query.where(
        sql<boolean>`exists (select 1 from excerpts x join labellings l on l.excerpt_id = x.id
          where x.transcript_id = c.transcript_id and l.label_id = ${label} and ${mostAgree})`,
      ),
    )
}

/** Greater than any score, so that those without come last either way. */
const last = 1.7e308

function keyOf({ sort, score, way, seed }: Browse): RawBuilder<number> {
  if (sort === 'score') {
    const number = sql`(select s.number from transcript_scores s where s.transcript_id = c.transcript_id and s.name = ${score})`
    return sql`coalesce(${way === 'high' ? sql`-${number}` : number}, cast(${last} as double precision))`
  }
  if (sort === 'split') return mostSplitFirst
  return sort === 'random' ? shuffled(seed) : sql`cast(c.position as double precision)`
}

// Contestedness as `contestednessOf` of the labels has it, of the most contested label in the transcript.
const judged = sql`cast(l.agree - l.placing_agree + l.disagree - l.placing_disagree as double precision)`
const apart = sql`abs(l.agree - l.placing_agree - l.disagree + l.placing_disagree)`
const mostSplitFirst = sql<number>`coalesce((
  select -max((1 - ${apart} / ${judged}) * (1 - pow(cast(2 as double precision), -${judged} / 5)))
  from excerpts x join labellings l on l.excerpt_id = x.id
  join labels on labels.id = l.label_id and labels.merged_into is null
  where x.transcript_id = c.transcript_id and l.agree - l.placing_agree + l.disagree - l.placing_disagree > 0
), cast(1 as double precision))`

const prime = 2_147_483_647

/** Positions mixed by numbers from a seed, alike on both engines: an order that stays when transcripts are added. */
function shuffled(seed: string): RawBuilder<number> {
  const random = seededRandom(`browse ${seed}`)
  const number = () => sql`cast(${1 + Math.floor(random() * (prime - 2))} as bigint)`
  const mixed = sql`((cast(c.position as bigint) * ${number()} + ${number()}) % ${modulus})`
  return sql`cast((${mixed} * (${mixed} % 65521 + ${number()})) % ${modulus} as double precision)`
}

const modulus = sql.lit(prime)
