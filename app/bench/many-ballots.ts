import { sql } from 'kysely'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { ballotCounters } from '#app/features/ballots/counting/recount.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { selectMiscounted } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'

/** So many members, numbered, in one statement. */
export async function addMembers(db: Db, count: number) {
  const first = await addWithoutPassword(db, 'bench-0')
  const columns = sql.raw(await columnsOfMembers(db, first.id))
  await inTransaction(db, (tx) =>
    sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(count - 1)})
      insert into members select ${columns} from numbers, members where members.id = ${first.id}`.execute(tx),
  )
}

/** A row like the first one, but for what is unique. */
async function columnsOfMembers(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const numbered: Record<string, string> = { id: "'bench-' || n", handle: "'bench-' || n", handle_key: "'bench-' || n" }
  return Object.keys(row)
    .map((column) => numbered[column] ?? `members.${column}`)
    .join(', ')
}

/** A case with so many standpoints (with "all things considered") and framings. */
export async function caseOf(db: Db, name: string, standpoints: number, framings: number): Promise<Claim> {
  const author = await addWithoutPassword(db, `author-${name}`)
  const numbered = (count: number, of: string) =>
    Array.from({ length: count }, (_, i) => ({ name: `${name} ${of} ${i}`, definition: 'Made for a benchmark.' }))
  return proposeClaim(db, author, {
    statement: `A case with many ballots: ${name}`,
    standpoints: numbered(standpoints - 1, 'standpoint'),
    framings: numbered(framings, 'framing'),
  })
}

/** Every one of the first so many members judges every cell; three camps of opinion, with noise that is the same every time. The counters are not touched. */
export async function castMany(db: Db, { id }: Claim, members: number) {
  const noise = sql`((number * 7919 + standpoints.position * 10477 + claim_framings.position * 12907 + number * standpoints.position * 31) % 100)`
  const camp = sql`((number % 3 + claim_framings.position) % 3)`
  const verdict = sql`case when ${noise} < 10 then 'unsure' when ${noise} < 20 then 'partly'
    when ${noise} < 85 then case ${camp} when 0 then 'fits' when 1 then 'misfits' else 'partly' end
    when ${noise} < 93 then 'fits' else 'misfits' end`
  const numbered = sql`(select id, cast(substr(handle_key, 7) as integer) as number from members where handle_key like 'bench-%') numbered`
  await inTransaction(db, (tx) =>
    sql`insert into ballots (claim_id, standpoint_id, framing_id, member_id, verdict, reason, claim_version, framing_version, standpoint_version, cast_at)
      select ${id}, standpoints.id, claim_framings.framing_id, numbered.id, ${verdict}, '', 1, 1, 1, 1000
      from ${numbered} cross join standpoints cross join claim_framings
      where standpoints.claim_id = ${id} and claim_framings.claim_id = ${id} and number < ${sql.lit(members)}`.execute(
      tx,
    ),
  )
}

/** Sets every counter of ballots to what the rows say. */
export async function countAnew(db: Db) {
  for (const counters of ballotCounters) {
    const wrong = await selectMiscounted(db, counters)
    await inTransaction(db, async (tx) => {
      for (const one of wrong) await counters.setRight(tx, one)
    })
  }
}
